import { describe, expect, test } from "vitest";
import { sql } from "../sql.ts";
import { openMemorySqlite } from "../sqlite.node.ts";
import { findsIn, queryTokens, tokens } from "./tokens.ts";

/** Texts are the Universal Declaration of Human Rights, articles 1 and 5, or sentences made up here. */
const texts = {
  thai: "บุคคลใดจะถูกกระทำการทรมานหรือการปฏิบัติหรือการลงโทษที่โหดร้ายผิดมนุษย์หรือย่ำยีศักดิ์ศรีไม่ได้",
  lao: "ບຸກຄົນໃດຈະຖືກທໍລະມານ ຫຼືໄດ້ຮັບການລົງໂທດ ຫຼືການປະຕິບັດທີ່ໂຫດຮ້າຍໄຮ້ມະນຸດສະທໍາບໍ່ໄດ້",
  khmer: "គ្មានជនណាម្នាក់ត្រូវទទួលរងទារុណកម្ម ឬការធ្វើបាបឬទណ្ឌកម្មឃោរឃៅអមនុស្សធម៌ឡើយ",
  burmese: "မည်သူမျှ ညှဉ်းပန်းနှိပ်စက်ခြင်း၊ ရက်စက်ကြမ်းကြုတ်လူမဆန်စွာ ဆက်ဆံခြင်းကို မခံစေရ။",
  chinese: "任何人不得加以酷刑，或施以残忍的、不人道的或侮辱性的待遇或刑罚。",
  japanese: "何人も、拷問又は残虐な、非人道的な取扱若しくは刑罰を受けることはない。",
  nepali: "कसैलाई पनि यातना वा क्रूर, अमानवीय वा अपमानजनक व्यवहार वा सजाय दिइने छैन। नेपालको संविधान २०७२",
  urdu: "کسی شخص کو جسمانی اذیت یا ظالمانہ، انسانیت سوز، یا ذلیل سلوک یا سزا نہیں دی جائے گی۔",
  indonesian: "Tidak seorang pun boleh disiksa atau diperlakukan secara kejam, tidak manusiawi atau dihina.",
  vietnamese: "Không ai phải chịu tra tấn hay bất kỳ hình thức đối xử tàn bạo, vô nhân đạo nào.",
  english: "No one shall be subjected to torture or to cruel, inhuman or degrading treatment.",
} as const;

const db = openMemorySqlite();
db.run(sql`create virtual table found using fts5 (text, content='', contentless_delete=1, tokenize='ascii')`);
const languages = Object.keys(texts);
for (const [index, text] of Object.values(texts).entries())
  db.run(sql`insert into found (rowid, text) values (${index + 1}, ${tokens(text)})`);

function search(words: string): string[] {
  const query = queryTokens(words);
  if (query === undefined) return [];
  const rows = db.all<{ rowid: number }>(sql`select rowid from found where found match ${query} order by rowid`);
  return rows.map(({ rowid }) => languages[rowid - 1] ?? "");
}

describe("a word inside a sentence is found in its own language and nowhere else", () => {
  test.each([
    ["thai", "ทรมาน"],
    ["thai", "ศักดิ์ศรี"],
    ["lao", "ທໍລະມານ"],
    ["lao", "ມະນຸດ"],
    ["khmer", "ទារុណកម្ម"],
    ["khmer", "មនុស្ស"],
    ["burmese", "နှိပ်စက်"],
    ["burmese", "ရက်စက်"],
    ["chinese", "酷刑"],
    ["chinese", "不人道"],
    ["japanese", "拷問"],
    ["nepali", "यातना"],
    ["nepali", "नेपालको"],
    ["urdu", "اذیت"],
    ["indonesian", "disiksa"],
    ["vietnamese", "tra tấn"],
    ["vietnamese", "đối xử"],
    ["english", "TORTURE"],
  ])("%s: %s", (language, words) => expect(search(words)).toEqual([language]));
});

describe("while it is being typed, letter by letter, a word is found", () => {
  test.each([
    ["thai", "ทรมาน"],
    ["khmer", "ទារុណកម្ម"],
    ["burmese", "နှိပ်စက်"],
    ["lao", "ທໍລະມານ"],
    ["nepali", "यातना"],
    ["urdu", "ظالمانہ"],
    ["vietnamese", "tấn"],
    ["chinese", "酷刑"],
  ])("%s: %s", (language, word) => {
    for (let length = 1; length <= word.length; length += 1)
      expect([word.slice(0, length), search(word.slice(0, length)).includes(language)]).toEqual([
        word.slice(0, length),
        true,
      ]);
  });
});

test("words that are not there, or stand apart, are not found", () => {
  const absent = ["มาน ทรมานา", "ทมาร", "酷的", "刑酷", "ကရက်", "torturers", "ortur", "tấ tra x", "نیت", "नेपालकोट"];
  for (const words of absent) expect([words, search(words)]).toEqual([words, []]);
});

test("the last cluster of a run is found alone", () => {
  expect(search("罚")).toEqual(["chinese"]);
  expect(search("待")).toEqual(["chinese"]);
});

test("what looks alike is found alike: width, case, digits, joiners, composed letters", () => {
  expect(tokens("ＡＢＣ１２３")).toBe("abc123 ");
  expect(search("ＴＯＲＴＵＲＥ")).toEqual(["english"]);
  expect(search("2072")).toEqual(["nepali"]);
  expect(tokens("२०७२ ۱۲۳ ๑๒๓ ១២៣ ၁၂၃ 123")).toBe("2072 123 123 123 123 123 ");
  expect(tokens("tra tấn".normalize("NFD"))).toBe(tokens("tra tấn"));
  expect(tokens("नेपा\u200dल")).toBe(tokens("नेपाल"));
  expect(tokens("soft\u00adhyphen")).toBe("softhyphen ");
});

test("a zero-width space separates words, but makes no difference inside a script without spaces", () => {
  expect(tokens("one\u200btwo")).toBe("one two ");
  expect(tokens("សិទ្ធិ\u200bមនុស្ស")).toBe(tokens("សិទ្ធិមនុស្ស"));
});

test("words keep their vowel signs and tokens hold nothing that a query could be made of", () => {
  expect(tokens("नेपालको")).toBe("नेपालको ");
  expect(tokens(`“quoted” AND (é) NEAR* ^y: -z`)).toBe("quoted and é near y z ");
  expect(queryTokens(`"a" OR b*`)).toBe('"a" AND "or" AND "b" *');
});

test("overlapping pairs, and the last cluster alone", () => {
  expect(tokens("任何人")).toBe("任何 何人 人 ");
  expect(tokens("กำ")).toBe("กํา า ");
  expect(queryTokens("任何人")).toBe('"任何 何人" *');
  expect(queryTokens("任")).toBe('"任" *');
});

test("nothing to search for is no question", () => {
  for (const words of ["", "  ", "—…", "\u200b", "۔"]) expect(queryTokens(words)).toBeUndefined();
});

test("any text can be indexed and asked for without an error", () => {
  const odd = ["\ud800", "ั", "ั ิ", "😀", "a\u0000b", "ก😀ข", "\u{20000}字", "ﷺ", "İstanbul", "ς", "1ก2"];
  for (const text of odd) {
    db.run(sql`insert into found (rowid, text) values (${1000}, ${tokens(text)})`);
    expect([text, search(text)]).toEqual([text, expect.any(Array)]);
    db.run(sql`delete from found where rowid = ${1000}`);
  }
});

test("what is looked through letter by letter is found as the index finds it", () => {
  for (const text of Object.values(texts)) {
    for (let start = 0; start < text.length; start += 7) {
      for (const length of [1, 2, 5, 12]) {
        const words = text.slice(start, start + length);
        const finds = findsIn(words);
        expect(
          languages.filter((_, index) => finds([Object.values(texts)[index] ?? ""])),
          words,
        ).toEqual(search(words));
      }
    }
  }
});
