/** The sample's exhibits: files drawn byte by byte, so that nothing real is in them. */

export interface SampleFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** A grey sheet with a darker stamp, as a scanned paper might look: PNG, 8-bit grey, stored without compression. */
export function drawnPaper(seed: number): SampleFile {
  const width = 240;
  const height = 320;
  const rows = new Uint8Array((width + 1) * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) rows[y * (width + 1) + 1 + x] = shade(x, y, seed);
  }
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header.set([8, 0, 0, 0, 0], 8);
  const bytes = join([
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk("IHDR", header),
    chunk("IDAT", stored(rows)),
    chunk("IEND", new Uint8Array(0)),
  ]);
  return { name: "made-up paper.png", mediaType: "image/png", bytes };
}

/** A letter of two pages as a program writes it: PDF 1.4, in a font that every reader has. */
export function drawnLetter(seed: number): SampleFile {
  const lines = [
    [
      "Complaint about a night in custody",
      "MADE UP: nobody wrote this letter.",
      `Its number is ${seed}.`,
      "The second page lists what is asked for.",
    ],
    [
      "What is asked for",
      "1. A doctor who is independent of the police.",
      "2. The station's register of that night.",
      "3. An answer within thirty days.",
    ],
  ];
  const contents = lines.map((page) => {
    const said = page.map((line, at) => `/F1 ${at === 0 ? 18 : 12} Tf (${line}) Tj T*`).join(" ");
    const stream = `BT 28 TL 72 740 Td ${said} ET`;
    return `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`;
  });
  const pages = contents.map(
    (_, at) =>
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${6 + at} 0 R >>`,
  );
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Count 2 /Kids [4 0 R 5 0 R] >>",
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ...pages,
    ...contents,
  ].map((object, at) => `${at + 1} 0 obj\n${object}\nendobj\n`);
  const head = "%PDF-1.4\n";
  const places = objects.map((_, at) => head.length + objects.slice(0, at).join("").length);
  const table = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  const size = objects.length + 1;
  const end = `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${head.length + objects.join("").length}\n%%EOF\n`;
  const bytes = Uint8Array.from(head + objects.join("") + end, (letter) => letter.charCodeAt(0));
  return { name: "made-up letter.pdf", mediaType: "application/pdf", bytes };
}

/** Two seconds of a soft tone: WAV, 8 kHz, 8 bits, one channel. */
export function drawnTone(seed: number): SampleFile {
  const rate = 8000;
  const samples = Uint8Array.from(
    { length: 2 * rate },
    (_, index) => 128 + Math.round(30 * Math.sin((index * (200 + 10 * seed)) / rate)),
  );
  const header = new DataView(new ArrayBuffer(44));
  const text = (at: number, word: string): void => {
    for (const [index, letter] of [...word].entries()) header.setUint8(at + index, letter.charCodeAt(0));
  };
  text(0, "RIFF");
  header.setUint32(4, 36 + samples.length, true);
  text(8, "WAVEfmt ");
  header.setUint32(16, 16, true);
  header.setUint16(20, 1, true);
  header.setUint16(22, 1, true);
  header.setUint32(24, rate, true);
  header.setUint32(28, rate, true);
  header.setUint16(32, 1, true);
  header.setUint16(34, 8, true);
  text(36, "data");
  header.setUint32(40, samples.length, true);
  return {
    name: "made-up recording.wav",
    mediaType: "audio/wav",
    bytes: join([new Uint8Array(header.buffer), samples]),
  };
}

/** Lines of grey writing, a stamp in the corner. */
function shade(x: number, y: number, seed: number): number {
  const line = y > 40 && y % 16 < 3 && x > 24 && x < 200 - ((y * (seed + 7)) % 60);
  const stamp = Math.hypot(x - 185, y - 275) < 30 && Math.hypot(x - 185, y - 275) > 25;
  return line ? 120 : stamp ? 150 : 242;
}

/** A zlib stream of stored blocks (RFC 1950, RFC 1951 section 3.2.4). */
function stored(data: Uint8Array): Uint8Array {
  const blocks: Uint8Array[] = [Uint8Array.of(0x78, 0x01)];
  for (let at = 0; at < data.length; at += 65_535) {
    const block = data.subarray(at, at + 65_535);
    const { length } = block;
    const last = at + 65_535 >= data.length ? 1 : 0;
    blocks.push(Uint8Array.of(last, length & 255, length >> 8, ~length & 255, (~length >> 8) & 255), block);
  }
  let a = 1;
  let b = 0;
  for (const byte of data) {
    a = (a + byte) % 65_521;
    b = (b + a) % 65_521;
  }
  blocks.push(Uint8Array.of(b >> 8, b & 255, a >> 8, a & 255));
  return join(blocks);
}

function chunk(name: string, data: Uint8Array): Uint8Array {
  const typed = join([Uint8Array.from(name, (letter) => letter.charCodeAt(0)), data]);
  const frame = new DataView(new ArrayBuffer(8));
  frame.setUint32(0, data.length);
  frame.setUint32(4, crc32(typed));
  const edge = new Uint8Array(frame.buffer);
  return join([edge.subarray(0, 4), typed, edge.subarray(4)]);
}

/** The checksum of PNG (ISO 3309). */
function crc32(data: Uint8Array): number {
  let crc = 0xffff_ffff;
  for (const byte of data) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb8_8320 : 0);
  }
  return ~crc >>> 0;
}

function join(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  pieces.reduce((at, piece) => {
    whole.set(piece, at);
    return at + piece.length;
  }, 0);
  return whole;
}
