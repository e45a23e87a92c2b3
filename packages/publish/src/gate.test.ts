import { createHash } from "node:crypto";
import {
  aCase,
  aGrant,
  anApproval,
  anExhibit,
  anIdentity,
  aPassage,
  aPerson,
  aPublication,
  exampleId,
  signedBy,
} from "@saksi/domain/example";
import { useOf } from "@saksi/domain/use";
import { expect, test } from "vitest";
import { briefQuestion, canaries, plantedCase } from "./case.example.ts";
import type { ChosenFigure } from "./chosen.ts";
import { editionOf, textsOf } from "./edition.ts";
import { type BriefQuestion, gateBrief } from "./gate.ts";
import { wordLanguages, wordsFor } from "./words.ts";

const sha256 = (bytes: Uint8Array): Uint8Array => new Uint8Array(createHash("sha256").update(bytes).digest());
const gate = (question: BriefQuestion) => gateBrief(question, sha256);

async function made(question: BriefQuestion) {
  const answer = await gate(question);
  if ("refused" in answer) throw new Error(JSON.stringify(answer.refused));
  return { ...answer, text: textsOf(answer.dossier).join("\n") };
}

test("a named brief without a grant that covers it is refused, and says whose", async () => {
  const answer = await gate(briefQuestion("named"));
  expect(answer).toEqual({ refused: [{ rule: "R-CON-2", record: exampleId("person"), reason: "not-covered" }] });
});

test("a named brief with such a grant names its person, and still nothing else that identifies", async () => {
  const file = plantedCase(aGrant({ identityLevel: "IL.5" }));
  const { text, protect } = await made(briefQuestion("named", { file }));
  expect(text).toContain(canaries["Latin"]);
  expect(protect.map(({ field }) => field)).not.toContain("realName");
  expect(protect.map(({ field }) => field)).toEqual(
    expect.arrayContaining(["idNumbers", "safeContact", "birthDate", "code"]),
  );
});

test("an anonymous brief says country and year, no pseudonym, no district, no month, no method of its own", async () => {
  const { text } = await made(briefQuestion("anonymous"));
  expect(text).toContain("Malaysia");
  expect(text).toContain("2026");
  for (const never of ["Quiet River", "Made-up Lake", "March", "April", "soles", "MY-7F3Q", "Person A"])
    expect(text).not.toContain(never);
});

test("a pseudonym brief makes its own pseudonym and says the month, and no district whose people nobody counted", async () => {
  const { text } = await made(briefQuestion("pseudonym"));
  for (const said of ["Person A", "Malaysia", "March 2026"]) expect(text).toContain(said);
  expect(text).not.toContain("Made-up Lake");
  for (const never of ["Quiet River", "14 March", "17 April", "MY-7F3Q"]) expect(text).not.toContain(never);
});

test("a brief has its headings and its draft mark in its own language, and English where that is not here yet", async () => {
  const inLanguage = async (lang: string) => {
    const question = briefQuestion("anonymous");
    const { dossier } = await made({ ...question, texts: { ...question.texts, lang } });
    return { dossier, headings: dossier.sections.map((one) => `${one.lang} ${one.title}`) };
  };
  for (const lang of wordLanguages) {
    const words = wordsFor(lang);
    expect(words.lang).toBe(lang);
    const { dossier, headings } = await inLanguage(lang);
    expect(headings).toEqual(
      [words.brief.background, words.brief.happened, words.brief.procedure, words.brief.next].map(
        (title) => `${lang} ${title}`,
      ),
    );
    expect(editionOf(dossier, { cleared: false }).words.draft).toBe(words.draft);
  }
  expect((await inLanguage("km")).headings[0]).toBe("en Background");
});

test("a passage enters only at the level for which it was cleared", async () => {
  const words = "beaten on the soles";
  expect((await made(briefQuestion("pseudonym"))).text).toContain(words);
  const anonymous = await made(briefQuestion("anonymous"));
  expect(anonymous.text).not.toContain(words);
  expect(anonymous.withheld).toContainEqual({
    record: exampleId("passage"),
    type: "passage",
    field: "text",
    reason: "not-cleared",
  });
});

test("a passage about someone whose grant does not cover its content stays behind", async () => {
  const file = plantedCase(aPassage({ content: ["CC.MEDICAL"] }));
  const { withheld, text } = await made(briefQuestion("pseudonym", { file }));
  expect(text).not.toContain("soles of her feet");
  expect(withheld).toContainEqual({
    record: exampleId("passage"),
    type: "passage",
    field: "text",
    reason: "not-granted",
  });
});

test("a passage that names a person is refused, with record and field and never the name", async () => {
  for (const name of Object.values(canaries)) {
    const file = plantedCase(aPassage({ text: `It was ${name} who said so.` }));
    const answer = await gate(briefQuestion("pseudonym", { file }));
    expect("refused" in answer && answer.refused.map(({ rule, record }) => [rule, record])).toEqual(
      expect.arrayContaining([["R-ANON-5", exampleId("identity")]]),
    );
    expect(JSON.stringify(answer)).not.toContain(name);
  }
});

test("a spelling of a name that was corrected since is protected as well", async () => {
  const identity = plantedCase().records.find(({ type }) => type === "identity");
  if (identity === undefined) throw new Error("the made-up person has an identity");
  const file = plantedCase({ ...identity, past: { realName: ["Rabindra Wijesekera"] } });
  const texts = { ...briefQuestion("anonymous").texts, parts: { lesson: "Rabindra said so." } };
  expect(await gate(briefQuestion("anonymous", { file, texts }))).toEqual({
    refused: [{ rule: "R-ANON-5", record: identity.id, field: "realName", reason: "protected-string" }],
  });
});

test("of a case code in conflict both are protected", async () => {
  const file = plantedCase({ ...aCase(), standing: { code: ["MY-7F3Q", "MY-8G4R"] } });
  const texts = { ...briefQuestion("anonymous").texts, parts: { lesson: "See MY 8G4R." } };
  expect(await gate(briefQuestion("anonymous", { file, texts }))).toMatchObject({ refused: [{ field: "code" }] });
});

test("the editor's own words are held to the same", async () => {
  const texts = { ...briefQuestion("anonymous").texts, parts: { lesson: "Call 12 345 6789." } };
  const answer = await gate(briefQuestion("anonymous", { texts }));
  expect("refused" in answer && answer.refused).toEqual([
    { rule: "R-ANON-5", record: exampleId("identity"), field: "safeContact", reason: "protected-string" },
  ]);
});

test.each([
  ["Write to somebody@example.org.", "looks-like-e-mail"],
  ["Ring +95 9 777 123 456.", "looks-like-phone"],
  ["Ring 081-234-5678.", "looks-like-phone"],
  ["ဖုန်း +၉၅ ၉ ၇၇၇ ၁၂၃ ၄၅၆", "looks-like-phone"],
  ["At 27.7172, 85.3240.", "looks-like-coordinates"],
  ["Write to somebody\u200b＠example.org.", "looks-like-e-mail"],
  ["Ring +9\ufe0f\u20e35\ufe0f\u20e3 9 777 123 456.", "looks-like-phone"],
])("%s leads to somebody, whoever it is", async (lesson, reason) => {
  const texts = { ...briefQuestion("anonymous").texts, parts: { lesson } };
  expect(await gate(briefQuestion("anonymous", { texts }))).toEqual({
    refused: [{ rule: "R-ANON-5", record: exampleId("case"), reason }],
  });
});

test("years, articles, money and case law lead to nobody", async () => {
  const lesson =
    "In 2019 and 2021-2023, under articles 12, 13 and 14, 1,500,000 rupees; communication no. 123/1999; 30 days.";
  const texts = { ...briefQuestion("anonymous").texts, parts: { lesson } };
  expect("refused" in (await gate(briefQuestion("anonymous", { texts })))).toBe(false);
});

test("every field that stays behind is listed with why", async () => {
  const { withheld } = await made(briefQuestion("anonymous"));
  const why = new Map(withheld.map(({ type, field, reason }) => [`${type}.${field}`, reason]));
  expect(why.get("identity.realName")).toBe("identifying");
  expect(why.get("identity.safeContact")).toBe("restricted");
  expect(why.get("testimony.account")).toBe("own-words");
  expect(why.get("incident.start")).toBe("too-exact");
  expect(why.get("case.code")).toBe("internal");
  expect(why.get("exhibit.file")).toBe("original-file");
});

test("a head that was verified over a day ago is stale, whatever else holds", async () => {
  for (const headAgeHours of [25, Number.NaN, -1]) {
    const answer = await gate(briefQuestion("anonymous", { headAgeHours }));
    expect(answer).toEqual({ refused: [{ rule: "head", record: exampleId("case"), reason: "stale" }] });
  }
});

test("a field that a newer Saksi added to a person's identity is protected like a name", async () => {
  const { id, type, fields } = anIdentity();
  const file = plantedCase({ id, type, fields: { ...fields, nickname: ["Made-up Little Bird"] } });
  const texts = { ...briefQuestion("anonymous").texts, parts: { background: "They call her Made-up Little Bird." } };
  const answer = await gate(briefQuestion("anonymous", { file, texts }));
  expect(answer).toMatchObject({ refused: [{ rule: "R-ANON-5", record: id, field: "nickname" }] });
});

test("who cannot open every record of the space publishes nothing: the names to look for may be in what is closed", async () => {
  for (const unread of [1, Number.NaN]) {
    const answer = await gate(briefQuestion("anonymous", { unread }));
    expect(answer).toEqual({ refused: [{ rule: "R-ANON-5", record: exampleId("case"), reason: "cannot-read-all" }] });
  }
});

test("it is a draft until another member approved this very dossier", async () => {
  const question = briefQuestion("pseudonym");
  const draft = await made(question);
  expect([draft.cleared, draft.missing.map(({ reason }) => reason)]).toEqual([false, ["not-approved"]]);
  const approvedBy = (...members: readonly string[]) => ({
    ...question,
    file: plantedCase(aPublication(), signedBy(anApproval({ dossierHash: draft.hash }), ...members)),
  });
  expect((await made(approvedBy("member-two"))).cleared).toBe(true);
  expect((await made(approvedBy("member-one"))).cleared).toBe(false);
  const other = approvedBy("member-two");
  expect((await made({ ...other, texts: { ...other.texts, title: "A made-up brief." } })).cleared).toBe(false);
});

test("who wrote a passage that enters cannot approve the brief; a passage that stays behind has no author in it", async () => {
  const question = briefQuestion("pseudonym");
  const { hash, authors } = await made(question);
  expect(authors.map(({ member }) => member)).not.toContain("member-two");
  const approved = [aPublication(), anApproval({ dossierHash: hash })];
  const inIt = plantedCase(signedBy(aPassage(), "member-two"), ...approved);
  expect((await made({ ...question, file: inIt })).missing.map(({ reason }) => reason)).toEqual(["author-is-approver"]);
  const outside = signedBy(aPassage({ id: exampleId("kept"), identityLevel: "IL.1" }), "member-two");
  const file = plantedCase(outside, ...approved);
  const both = [exampleId("passage"), outside.id];
  expect((await made({ ...question, file, passages: both })).cleared).toBe(true);
});

test("a withdrawn grant refuses even what nobody could recognise", async () => {
  const answer = await gate(briefQuestion("anonymous", { file: plantedCase(aGrant({ state: "CT.WITHDRAWN" })) }));
  expect("refused" in answer).toBe(true);
});

test("a witness in no passage is not asked and does not appear; their name is protected all the same", async () => {
  const witness = aPerson({ id: exampleId("witness"), roles: ["RO.WITNESS"], pseudonym: "Tall Palm" });
  const identity = anIdentity({ id: exampleId("theirs"), person: witness.id, realName: "Madeup Witness Person" });
  const { dossier, protect } = await made(briefQuestion("pseudonym", { file: plantedCase(witness, identity) }));
  expect(dossier.people).toEqual(["p1"]);
  expect(protect.map(({ text }) => text)).toContain("Madeup Witness Person");
});

test("a name's part that every brief says is left to the whole name", async () => {
  const file = plantedCase(anIdentity({ realName: "Person Background Sundaram" }));
  expect("refused" in (await gate(briefQuestion("anonymous", { file })))).toBe(false);
  const texts = { ...briefQuestion("anonymous").texts, parts: { lesson: "Sundaram said so." } };
  expect("refused" in (await gate(briefQuestion("anonymous", { file, texts })))).toBe(true);
});

test("a passage that does not enter asks nobody", async () => {
  const witness = aPerson({ id: exampleId("witness"), roles: ["RO.WITNESS"], pseudonym: "Tall Palm" });
  const file = plantedCase(witness, aPassage({ id: exampleId("theirs"), people: [witness.id] }));
  const { withheld } = await made(
    briefQuestion("pseudonym", { file, passages: [exampleId("passage"), exampleId("theirs")] }),
  );
  expect(withheld.find(({ record, field }) => record === exampleId("theirs") && field === "text")?.reason).toBe(
    "not-granted",
  );
});

test("a picture enters drawn anew, of nobody, with the editor's words; else it says why not", async () => {
  const image = { id: "i1", mediaType: "image/jpeg" as const, width: 1, height: 1, bytes: new Uint8Array([1]) };
  const figure = { exhibit: exampleId("exhibit"), alt: "A door.", caption: "", redrawn: { image } };
  const why = async (showsPeople: readonly string[] | undefined, redrawn: ChosenFigure["redrawn"]) => {
    const exhibit = plantedCase().records.find(({ type }) => type === "exhibit");
    const fields = { ...exhibit?.fields, ...(showsPeople ? { showsPeople } : {}) };
    const file = plantedCase(anExhibit({ ...fields }));
    const { dossier, withheld } = await made(briefQuestion("anonymous", { file, figures: [{ ...figure, redrawn }] }));
    return [dossier.images.length, withheld.find(({ type, field }) => type === "exhibit" && field === "file")?.reason];
  };
  expect(await why([], { image })).toEqual([1, "original-file"]);
  expect(await why(undefined, { image })).toEqual([0, "shows-people"]);
  expect(await why([exampleId("person")], { image })).toEqual([0, "shows-people"]);
  expect(await why([], { leftOut: "no-engine" })).toEqual([0, "cannot-redraw"]);
});

test("an unknown level is refused", async () => {
  const use = { ...useOf("anonymous", { purpose: "CP.PUBCASE", audience: "AU.PUBLIC" }), identityLevel: "IL.9" };
  expect("refused" in (await gate(briefQuestion("anonymous", { use })))).toBe(true);
});
