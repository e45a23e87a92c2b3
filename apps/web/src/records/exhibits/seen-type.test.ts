import { expect, test } from "vitest";
import { seenType, trueType } from "./seen-type.ts";

const bytes = (latin1: string) => Uint8Array.from(latin1, (letter) => letter.charCodeAt(0));

test.each([
  ["image/jpeg", "\xff\xd8\xff\xe0"],
  ["image/png", "\x89PNG\r\n\x1a\n\0\0"],
  ["image/webp", "RIFF\0\0\0\0WEBPVP8 "],
  ["audio/wav", "RIFF\0\0\0\0WAVEfmt "],
  ["image/heic", "\0\0\0\x18ftypheic\0\0\0\0mif1heic"],
  ["image/avif", "\0\0\0\x18ftypavif\0\0\0\0avifmif1"],
  ["audio/mp4", "\0\0\0\x18ftypM4A \0\0\0\0M4A mp42"],
  ["video/mp4", "\0\0\0\x18ftypisom\0\0\0\0isomavc1"],
  ["audio/mpeg", "ID3\x04"],
  ["audio/mpeg", "\xff\xfb\x90\x64"],
  ["application/pdf", "\r\n%PDF-1.4"],
  [undefined, "<svg onload='alert(1)'>"],
  [undefined, "<!doctype html><script>"],
  [undefined, ""],
])("%s is seen from the first bytes", (type, first) => {
  expect(seenType(bytes(first))).toBe(type);
});

test("the bytes are believed, not the name; where one container holds both, the claim stands", () => {
  expect(trueType("image/jpeg", bytes("\0\0\0\x18ftypheic\0\0\0\0"))).toBe("image/heic");
  expect(trueType("image/png", bytes("<html>"))).toBeUndefined();
  expect(trueType("audio/webm", bytes("\x1a\x45\xdf\xa3"))).toBe("audio/webm");
  expect(trueType("audio/mp4", bytes("\0\0\0\x18ftypisom"))).toBe("audio/mp4");
  expect(trueType("", bytes("%PDF-1.7"))).toBe("application/pdf");
});
