/** A made-up case with strings planted where they must not come out. Nobody in it exists; nothing in it happened. */

import type { CaseFile, CaseRecord } from "@saksi/domain/case-file";
import {
  aCaseFile,
  aGrant,
  anExhibit,
  anIdentity,
  aPassage,
  aRemedyStep,
  aSigner,
  aTestimony,
  exampleId,
  exampleToday,
} from "@saksi/domain/example";
import { type UseName, useOf } from "@saksi/domain/use";
import type { BriefQuestion } from "./gate.ts";

/** Made-up names, one a script. */
export const canaries: Readonly<Record<string, string>> = {
  Latin: "Ravindra Wijesekara",
  Thai: "สมชาย ใจดีมาก",
  Khmer: "សុខា ចាន់ថា",
  Burmese: "ကိုကိုအောင်မြတ်",
  Urdu: "فاطمہ بی بی خاتون",
  Nepali: "रामबहादुर थापामगर",
  Chinese: "王小明",
};

export const phone = "+60 12-345 6789";

const everywhere = Object.values(canaries).join(", ");

/** Names, numbers and files planted in every place that a brief does not take text from. */
export const plantedCase = (...changed: readonly CaseRecord[]): CaseFile =>
  aCaseFile(
    anIdentity({
      realName: canaries["Latin"] ?? "",
      otherNames: Object.values(canaries).slice(1),
      idNumbers: ["880101-14-5566"],
      safeContact: `Ring ${phone} after dark`,
      birthDate: "1988-01-01",
    }),
    aTestimony({ summary: everywhere, account: `My name is ${everywhere}. Ring ${phone}.` }),
    anExhibit({
      title: everywhere,
      description: everywhere,
      alternative: everywhere,
      file: {
        sha256: "00".repeat(32),
        bytes: 1,
        mediaType: "image/jpeg",
        name: "Ravindra-passport.jpg",
        key: "",
        chunks: [],
      },
    }),
    aRemedyStep({
      stepWords: everywhere,
      authority: everywhere,
      outcomeWords: everywhere,
      on: "2026-04-17",
      outcome: "OU.PENDING",
    }),
    aRemedyStep({ id: exampleId("second"), step: "RS.INVOPEN", on: "2026-05", outcome: "OU.REFUSED" }),
    aPassage(),
    aGrant(),
    ...changed,
  );

export const briefQuestion = (level: UseName, changed: Partial<BriefQuestion> = {}): BriefQuestion => ({
  file: plantedCase(),
  use: useOf(level, { purpose: "CP.PUBCASE", audience: "AU.PUBLIC" }),
  today: exampleToday,
  passages: [exampleId("passage")],
  texts: {
    title: "A made-up brief",
    lang: "en",
    parts: { background: "The editor's own words.", next: "What we ask for." },
    classification: "Public",
  },
  publication: exampleId("publication"),
  makers: [aSigner("member-one")],
  headAgeHours: 1,
  unread: 0,
  ...changed,
});
