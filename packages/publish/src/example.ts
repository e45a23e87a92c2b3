/** A made-up dossier in many scripts. Nobody in it exists. */

import { useOf } from "@saksi/domain/use";
import type { Dossier, Section } from "./dossier.ts";
import { dirOf } from "./lang.ts";
import { bullets, footnote, heading, paragraph, section, table, text } from "./write.ts";

const articleOne: Readonly<Record<string, string>> = {
  en: "All human beings are born free and equal in dignity and rights. No one shall be subjected to torture.",
  th: "มนุษย์ทั้งหลายเกิดมามีอิสระและเสมอภาคกันในเกียรติศักดิ์และสิทธิ บุคคลใดจะถูกกระทำการทรมานไม่ได้",
  lo: "ມະນຸດທຸກຄົນເກີດມາມີກຽດສັກສີ, ສິດທິ, ເສລີພາບ ແລະ ຄວາມສະເໝີພາບເທົ່າທຽມກັນ.",
  km: "មនុស្សទាំងអស់កើតមកមានសេរីភាព និងភាពស្មើៗគ្នា ក្នុងសេចក្ដីថ្លៃថ្នូរ និងសិទ្ធិ។",
  my: "လူတိုင်းသည် တူညီလွတ်လပ်သော ဂုဏ်သိက္ခာဖြင့်လည်းကောင်း၊ တူညီလွတ်လပ်သော အခွင့်အရေးများဖြင့်လည်းကောင်း မွေးဖွားလာသူများဖြစ်သည်။",
  ne: "सबै व्यक्तिहरू जन्मजात स्वतन्त्र हुन् ती सबैको समान अधिकार र महत्व छ।",
  si: "සියලු මනුෂ්‍යයෝ නිදහස්ව උපත ලබා ඇත. ගරුත්වයෙන් හා අයිතිවාසිකම්වලින් සමාන වෙති.",
  ta: "மனிதப் பிறவியினர் சகலரும் சுதந்திரமாகவே பிறக்கின்றனர்; உரிமைகளிலும் சமமானவர்கள். கொள்கை.",
  bn: "সমস্ত মানুষ স্বাধীনভাবে সমান মর্যাদা এবং অধিকার নিয়ে জন্মগ্রহণ করে।",
  ur: "تمام انسان آزاد اور حقوق و عزت کے اعتبار سے برابر پیدا ہوئے ہیں۔ کسی شخص کو جسمانی اذیت نہیں دی جائے گی۔",
  ar: "يولد جميع الناس أحراراً متساوين في الكرامة والحقوق.",
  zh: "人人生而自由,在尊严和权利上一律平等。任何人不得加以酷刑。",
  ja: "すべての人間は、生れながらにして自由であり、かつ、尊厳と権利とについて平等である。",
  ko: "모든 인간은 태어날 때부터 자유로우며 그 존엄과 권리에 있어 동등하다.",
  vi: "Tất cả mọi người sinh ra đều được tự do và bình đẳng về nhân phẩm và quyền lợi.",
  mn: "Хүн бүр төрж мэндлэхэд эрх чөлөөтэй, адилхан нэр төртэй, ижил эрхтэй байдаг. Өө Үү",
};

export const languages: readonly string[] = Object.keys(articleOne);
export const sample = (lang: string): string => articleOne[lang] ?? "";

export function aSection(lang: string): Section {
  return section(sample(lang).slice(0, 20), lang, [
    paragraph(lang, text(sample(lang))),
    heading(lang, 1, text(sample(lang).slice(0, 12))),
    paragraph(lang, text(sample(lang)), footnote(text(sample(lang))), { type: "citation", attrs: { source: "x1" } }),
  ]);
}

/** A made-up brief; give what the test is about. */
export function aDossier(given: Partial<Dossier> = {}): Dossier {
  const lang = given.lang ?? "en";
  return {
    version: 1,
    kind: "PK.CASE",
    use: useOf("anonymous", { purpose: "CP.PUBCASE", audience: "AU.PUBLIC" }),
    title: "A made-up brief",
    lang,
    dir: dirOf(lang),
    classification: "Public",
    people: ["p1"],
    sources: [{ id: "x1", text: "A made-up source, 2024", lang: "en", href: "https://example.org/a?b=1&c=2" }],
    images: [],
    sections: [
      section("Background", "en", [
        { type: "toc", attrs: { lang: "en", dir: "ltr" } },
        paragraph("en", text("What this brief says is "), text("made up", { type: "strong" }), text("."), {
          type: "redaction",
        }),
        table("en", "Steps & answers", [
          ["Step", "Answer"],
          ["Complaint", "Registered"],
          ["Charge", "None <yet>"],
        ]),
        {
          type: "chart",
          attrs: {
            lang: "en",
            dir: "ltr",
            alt: "Complaint made, charge refused.",
            caption: "Remedy ladder",
            data: {
              kind: "ladder",
              rungs: [
                { label: "Complaint", state: "reached", note: "2024" },
                { label: "Charge", state: "refused", note: "" },
                { label: "Redress", state: "not-reached", note: "" },
              ],
            },
          },
        },
        {
          type: "chart",
          attrs: {
            lang: "en",
            dir: "ltr",
            alt: "Beating 3, threats 5.",
            caption: "Methods",
            data: {
              kind: "bar",
              bars: [
                { label: "Beating", value: 3 },
                { label: "Threats", value: 5 },
              ],
            },
          },
        },
        {
          type: "chart",
          attrs: {
            lang: "en",
            dir: "ltr",
            alt: "Arrest, then complaint.",
            caption: "When",
            data: {
              kind: "timeline",
              spans: [
                { label: "Arrest", when: "March 2019", from: 0, to: 0.2 },
                { label: "Complaint", when: "2020", from: 0.3, to: 1 },
              ],
            },
          },
        },
        bullets("en", [[text("One")], [text("Two")]]),
        { type: "blockquote", attrs: { lang: "en", dir: "ltr" }, content: [paragraph("en", text("Said by nobody."))] },
        { type: "caseReference", attrs: { lang: "en", dir: "ltr", label: "Case 1" } },
      ]),
      ...languages.map(aSection),
    ],
    ...given,
  };
}

/** A made-up joint report: a chapter of about a page and a half for each case, in many languages, with notes and tables. */
export function aReport(cases: number): Dossier {
  const chapters = Array.from({ length: cases }, (_, index) => {
    const lang = languages[index % languages.length] ?? "en";
    const note = (words: string) => footnote(text(`A made-up note on case ${index + 1}: ${words}`));
    const said = paragraph("en", text(sample("en").repeat(3)), note("one"), text(" "), text(sample("en")), note("two"));
    return section(`Case ${index + 1}`, "en", [
      heading("en", 1, text("What happened")),
      said,
      paragraph(lang, text(sample(lang).repeat(4)), note("three")),
      heading("en", 1, text("Procedure")),
      table("en", "Steps and answers", [
        ["When", "Step", "Answer"],
        ...["Complaint", "Registration", "Investigation", "Charge", "Trial", "Appeal"].map((step) => [
          "March 2024",
          step,
          "Pending",
        ]),
      ]),
      said,
      paragraph(lang, text(sample(lang).repeat(3)), { type: "citation", attrs: { source: "x1" } }),
      heading("en", 1, text("Lesson")),
      said,
    ]);
  });
  const contents = section("About this report", "en", [{ type: "toc", attrs: { lang: "en", dir: "ltr" } }]);
  return aDossier({ title: "A made-up joint report", kind: "PK.JOINT", sections: [contents, ...chapters] });
}
