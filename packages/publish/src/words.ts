/** The few words that renderers add themselves. English where a language is not here yet. */

export interface Words {
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
}

const en: Words = {
  draft: "Draft, not cleared",
  contents: "Contents",
  sources: "Sources",
  notes: "Notes",
  note: "Note",
  redacted: "[withheld]",
  back: "Back to the text",
  page: "Page",
  rung: { reached: "done", waiting: "waiting", refused: "refused", "not-reached": "not reached" },
};

const id: Words = {
  draft: "Draf, belum disetujui",
  contents: "Daftar isi",
  sources: "Sumber",
  notes: "Catatan",
  note: "Catatan",
  redacted: "[disembunyikan]",
  back: "Kembali ke teks",
  page: "Halaman",
  rung: { reached: "selesai", waiting: "menunggu", refused: "ditolak", "not-reached": "belum tercapai" },
};

const words: Readonly<Record<string, Words>> = { en, id, ms: id };

/** The words for a document's language, by its first part. */
export const wordsFor = (lang: string): Words => words[lang.split("-")[0] ?? "en"] ?? en;
