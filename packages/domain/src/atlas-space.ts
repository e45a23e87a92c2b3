import { recordType } from "./record-type.ts";

/** Says that the space it lies in keeps the alliance's own facts for the atlas. Counts where a keeper of it wrote it. */
export const atlasSpace = recordType({
  name: "atlas-space",
  label: { one: "Atlas of this space", many: "Atlas of this space" },
  help: "Names this space as the one that keeps the alliance's facts for the atlas. A keeper writes it.",
  circle: 0,
  title: "title",
  when: "on",
  fields: {
    title: { kind: "text", label: "Name of the atlas", class: "public", required: true },
    on: { kind: "date", label: "Since", class: "internal", required: true },
    kept: { kind: "yes-no", label: "This space keeps the atlas", class: "internal", required: true },
  },
});
