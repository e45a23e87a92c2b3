import { describe, expect, test } from "vitest";
import { sql } from "../sql.ts";
import { openMemorySqlite } from "../sqlite.node.ts";
import { isNearName, nameQuery, nameTokens } from "./trigrams.ts";

/** Every person here is made up. */
const names = [
  "Aminah binti Contoh",
  "Nguyễn Thị Mẫu",
  "สมมติ ใจตัวอย่าง",
  "ຕົວຢ່າງ ສົມມຸດ",
  "គំរូ សុខា",
  "နမူနာ မောင်",
  "王示例",
  "रामकुमार नमूना",
  "عبدالمثال خان",
  "Budi Percontohan",
];

const db = openMemorySqlite();
db.run(sql`create virtual table named using fts5 (name, tokenize='ascii')`);
for (const [index, name] of names.entries())
  db.run(sql`insert into named (rowid, name) values (${index + 1}, ${nameTokens(name)})`);

function find(words: string): string[] {
  const query = nameQuery(words);
  if (query === undefined) return [];
  const rows = db.all<{ rowid: number }>(
    sql`select rowid from named where named match ${query} order by rank limit 200`,
  );
  return rows.map(({ rowid }) => names[rowid - 1] ?? "").filter((name) => isNearName(words, name));
}

describe("a name is found with a slip", () => {
  test.each([
    ["Amina", "Aminah binti Contoh"],
    ["Aminha", "Aminah binti Contoh"],
    ["contho aminah", "Aminah binti Contoh"],
    ["Nguyen", "Nguyễn Thị Mẫu"],
    ["Nguien", "Nguyễn Thị Mẫu"],
    ["สมมุติ", "สมมติ ใจตัวอย่าง"],
    ["ใจตัวอยาง", "สมมติ ใจตัวอย่าง"],
    ["ຕົວຢາງ", "ຕົວຢ່າງ ສົມມຸດ"],
    ["គំរ", "គំរូ សុខា"],
    ["សុខ", "គំរូ សុខា"],
    ["နမုနာ", "နမူနာ မောင်"],
    ["示例", "王示例"],
    ["王", "王示例"],
    ["रामकुमर", "रामकुमार नमूना"],
    ["عبدلمثال", "عبدالمثال خان"],
    ["Percontohn", "Budi Percontohan"],
    ["Perkontohann", "Budi Percontohan"],
  ])("%s", (words, name) => expect(find(words)).toEqual([name]));
});

test("another name is not found", () => {
  for (const words of ["Amir", "Siti", "Buxx", "Nguuien", "李示", "Contoh Budi", "حسن", "สมชาย", "--", ""])
    expect([words, find(words)]).toEqual([words, []]);
});
