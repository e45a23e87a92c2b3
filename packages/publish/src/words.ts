/**
 * The few words that a document has of its own: the draft mark, and the headings of a brief. English where a language is
 * not here yet. Facts come from vocabularies and are English in every brief; each table says so by its language.
 *
 * Indonesian, Malay and Thai await the check of somebody who speaks them and works with such papers.
 */

/** The parts of a brief that an editor writes, in order; the rest comes from the records. */
export const briefParts = [
  "background",
  "happened",
  "law",
  "procedure",
  "outcome",
  "practice",
  "lesson",
  "next",
] as const;
export type BriefPart = (typeof briefParts)[number];

export interface Words {
  readonly lang: string;
  readonly draft: string;
  readonly contents: string;
  readonly sources: string;
  readonly notes: string;
  readonly note: string;
  readonly redacted: string;
  /** Back from a note to its place */
  readonly back: string;
  readonly page: string;
  readonly rung: Readonly<Record<"reached" | "waiting" | "refused" | "not-reached", string>>;
  readonly brief: Readonly<Record<BriefPart, string>>;
}

const en: Words = {
  lang: "en",
  draft: "Draft, not cleared",
  contents: "Contents",
  sources: "Sources",
  notes: "Notes",
  note: "Note",
  redacted: "[withheld]",
  back: "Back to the text",
  page: "Page",
  rung: { reached: "done", waiting: "waiting", refused: "refused", "not-reached": "not reached" },
  brief: {
    background: "Background",
    happened: "What happened",
    law: "Law",
    procedure: "Procedure",
    outcome: "Outcome",
    practice: "Practice",
    lesson: "Lesson",
    next: "What comes next",
  },
};

const id: Words = {
  lang: "id",
  draft: "Draf, belum disetujui",
  contents: "Daftar isi",
  sources: "Sumber",
  notes: "Catatan",
  note: "Catatan",
  redacted: "[disembunyikan]",
  back: "Kembali ke teks",
  page: "Halaman",
  rung: { reached: "selesai", waiting: "menunggu", refused: "ditolak", "not-reached": "belum tercapai" },
  brief: {
    background: "Latar belakang",
    happened: "Apa yang terjadi",
    law: "Hukum",
    procedure: "Prosedur",
    outcome: "Hasil",
    practice: "Praktik",
    lesson: "Pelajaran",
    next: "Langkah selanjutnya",
  },
};

const ms: Words = {
  lang: "ms",
  draft: "Draf, belum diluluskan",
  contents: "Kandungan",
  sources: "Sumber",
  notes: "Nota",
  note: "Nota",
  redacted: "[tidak didedahkan]",
  back: "Kembali ke teks",
  page: "Halaman",
  rung: { reached: "selesai", waiting: "menunggu", refused: "ditolak", "not-reached": "belum dicapai" },
  brief: {
    background: "Latar belakang",
    happened: "Apa yang berlaku",
    law: "Undang-undang",
    procedure: "Prosedur",
    outcome: "Hasil",
    practice: "Amalan",
    lesson: "Pengajaran",
    next: "Langkah seterusnya",
  },
};

const th: Words = {
  lang: "th",
  draft: "ร่าง ยังไม่ได้รับอนุมัติ",
  contents: "สารบัญ",
  sources: "แหล่งที่มา",
  notes: "หมายเหตุ",
  note: "หมายเหตุ",
  redacted: "[ไม่เปิดเผย]",
  back: "กลับไปยังข้อความ",
  page: "หน้า",
  rung: {
    reached: "เสร็จแล้ว",
    waiting: "รอดำเนินการ",
    refused: "ถูกปฏิเสธ",
    "not-reached": "ยังไม่ถึงขั้นนี้",
  },
  brief: {
    background: "ความเป็นมา",
    happened: "สิ่งที่เกิดขึ้น",
    law: "กฎหมาย",
    procedure: "กระบวนการ",
    outcome: "ผลลัพธ์",
    practice: "แนวปฏิบัติ",
    lesson: "บทเรียน",
    next: "ขั้นต่อไป",
  },
};

const words: Readonly<Record<string, Words>> = { en, id, ms, th };

/** The languages whose words are here. */
export const wordLanguages: readonly string[] = Object.keys(words);

/** The words for a document's language, by its first part. */
export const wordsFor = (lang: string): Words => words[lang.split("-")[0] ?? "en"] ?? en;
