/** What a file is by its first bytes, whatever it is called: telephones name HEIC pictures .jpg, and liars name anything. */

/** So many bytes are enough. */
export const tellingBytes = 1024;

/** Undefined for all that is not shown here. */
export function seenType(first: Uint8Array): string | undefined {
  const letters = String.fromCharCode(...first.subarray(0, tellingBytes));
  const begins = (start: string, at = 0) => letters.startsWith(start, at);
  if (begins("\xff\xd8\xff")) return "image/jpeg";
  if (begins("\x89PNG\r\n\x1a\n")) return "image/png";
  if (begins("GIF87a") || begins("GIF89a")) return "image/gif";
  if (begins("RIFF")) return { WEBP: "image/webp", WAVE: "audio/wav" }[letters.slice(8, 12)];
  if (begins("ftyp", 4)) return seenInBoxes(letters.slice(8, 64));
  if (begins("OggS")) return "audio/ogg";
  if (begins("\x1a\x45\xdf\xa3")) return "video/webm";
  if (letters.includes("%PDF-")) return "application/pdf";
  const [one = 0, two = 0] = first;
  const isLayer3 = one === 0xff && (two & 0xe6) === 0xe2;
  return begins("ID3") || isLayer3 ? "audio/mpeg" : undefined;
}

/** ISO base media: the brands say which of its children it is. */
function seenInBoxes(brands: string): string {
  if (/avi[fs]/.test(brands)) return "image/avif";
  if (/^(hei[cxms]|hev[cxms]|mif1|msf1)/.test(brands)) return "image/heic";
  return /^M4[AB] /.test(brands) ? "audio/mp4" : "video/mp4";
}

/** What is claimed, unless the bytes say otherwise. One container may hold sound alone or a film: there the claim stands. */
export function trueType(claimed: string, first: Uint8Array): string | undefined {
  const seen = seenType(first);
  const sameContainer = seen?.split("/")[1] === claimed.split("/")[1] && /^(audio|video)\//.test(claimed);
  return seen === undefined || !sameContainer ? seen : claimed;
}
