/**
 * The texts that everything here is measured on: made up, the same in every run, in twelve languages. Words are syllables
 * of a script put together, five thousand a language, used as often as words are (Zipf); nothing they say means anything.
 */

import type { Draft } from "@saksi/domain/change";

interface Language {
  readonly name: string;
  /** How many of a hundred records are in it */
  readonly share: number;
  readonly syllables: readonly string[];
  /** Thai, Lao, Khmer, Burmese and Chinese put no spaces between words */
  readonly spaced: boolean;
}

const language = (name: string, share: number, spaced: boolean, syllables: string): Language => ({
  name,
  share,
  spaced,
  syllables: syllables.split(" "),
});

export const languages: readonly Language[] = [
  language(
    "en",
    22,
    true,
    "the ing ter con ment pro ver al ly tion re ex dis ou man sta ble fer est lar min cor pa son",
  ),
  language("id", 12, true, "me ber di ke an kan per ter se pem ang sa ra ti lan mu ta ri wa ha nya da tu pu la ngan"),
  language("ms", 8, true, "men peng ke ter bel ah ra tan sa ku da mu lai ju bang wa se ha ti kan bo ru gi sem li"),
  language(
    "vi",
    8,
    true,
    "người không được những trong một của các với đã khi nhà tôi này công an bị đánh hỏi đêm xã tỉnh",
  ),
  language("th", 10, false, "กา ระ ทำ ผู้ ต้อง หา คน บ้าน เจ้า หน้า ที่ นาย จับ กุม วัน แล้ว ไม่ ให้ มี ความ เรือน จำ สอบ สวน ถูก ร้อง"),
  language("lo", 4, false, "ການ ຄົນ ບ້ານ ຜູ້ ຕ້ອງ ຫາ ວັນ ແລ້ວ ບໍ່ ໃຫ້ ມີ ຄວາມ ຮ້ອງ ຈັບ ຖືກ ເມືອງ ຕໍາ ຫຼວດ ນາຍ ເຈົ້າ ໜ້າ ທີ່"),
  language("km", 6, false, "ការ មនុស្ស ភូមិ អ្នក ថ្ងៃ មិន ឲ្យ មាន សេចក្តី ប៉ូលីស ចាប់ ត្រូវ ពន្ធ គុក ឃុំ ស្រុក នៅ ទី បាន ដោយ ចោទ"),
  language("my", 8, false, "လူ အိမ် ရွာ နေ့ မ ပေး ရှိ မှု ရဲ ဖမ်း ခံ ထောင် စစ် ဆေး မေး ည ကို တွင် သည် များ ခဲ့ ရာ ပြော"),
  language("zh", 8, false, "人 民 法 院 公 安 被 打 伤 夜 村 日 在 不 有 我 他 说 看 守 所 案 证 言 申 诉 家 属 律 师"),
  language("ne", 6, true, "मा को ले हरु गाउँ प्रहरी रात दिन घर मान्छे गरे भयो छ न का ला थिए बाट अ नु रा स्था उजुरी"),
  language("ur", 4, true, "میں کو نے گھر رات دن پولیس گاؤں لوگ تھا ہے نہیں اور سے پر وہ یہ کے کی کا تھے گیا درخواست"),
  language("ta", 4, true, "வீடு ஊர் இரவு நாள் மக்கள் காவல் நிலை யம் கைது அடி புகார் அவர் நான் இல்லை வந்த சென்ற சொன்ன மனு"),
];

const vocabulary = 5000;
const textBytes = 1120;
const encoder = new TextEncoder();

/** Mulberry32: the same numbers everywhere. */
export function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The word of that rank: short ones are used most. */
export function wordOf({ syllables }: Language, rank: number): string {
  let word = "";
  let left = rank + syllables.length;
  while (left > 0) {
    word += syllables[left % syllables.length] ?? "";
    left = Math.floor(left / syllables.length);
  }
  return word;
}

const rankOf = (number: number): number => Math.floor(vocabulary ** number) - 1;

export function languageOf(index: number): Language {
  let share = (index * 37) % 100;
  for (const each of languages) {
    share -= each.share;
    if (share < 0) return each;
  }
  throw new Error("the shares come to a hundred");
}

function sentences(of: Language, next: () => number, bytes: number): string {
  let text = "";
  let written = 0;
  for (let words = 1; written < bytes; words += 1) {
    const word = wordOf(of, rankOf(next())) + (words % 9 === 0 ? ". " : of.spaced ? " " : words % 4 === 0 ? " " : "");
    text += word;
    written += encoder.encode(word).length;
  }
  return text.trim();
}

/** In the oldest records: when it is found in all of them everything is searchable, for they are indexed last. */
export const marker = "firstofall";
const mostMarked = 4000;
export const markedOf = (entries: number): number => Math.min(entries, mostMarked);

/** One record; sealed it comes to about 1.5 KB. */
export function draftOf(index: number): Draft {
  const next = numbersFrom(index + 1);
  const of = languageOf(index);
  const day = `20${16 + (index % 10)}-${String(1 + (index % 12)).padStart(2, "0")}-${String(1 + (index % 28)).padStart(2, "0")}`;
  const line = `${index < mostMarked ? `${marker} ` : ""}${sentences(of, next, 60)}`;
  const text = sentences(of, next, textBytes);
  return index % 4 === 3
    ? { type: "incident", fields: { title: line, narrative: text, start: day.slice(0, 7), peopleKnown: index % 40 } }
    : { type: "testimony", fields: { summary: line, account: text, heard: day, papers: index % 7 } };
}

/** All that a record says, as one text. */
export const textOf = (index: number): string =>
  Object.values(draftOf(index).fields)
    .filter((value) => typeof value === "string")
    .join(" ");

/** What a person types: words of each language, some common and some rare, letter by letter. */
export function keystrokes(): readonly { readonly language: string; readonly typed: string }[] {
  return languages.flatMap((of) =>
    [3, 40, 400, 2500].flatMap((rank) => {
      const letters = Array.from(wordOf(of, rank));
      return letters.map((_, at) => ({ language: of.name, typed: letters.slice(0, at + 1).join("") }));
    }),
  );
}
