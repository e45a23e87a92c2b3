/** One decision or one lesson of the library, with all that is known of it and how sure each part is. */

import "./library.css";
import { lessons } from "@saksi/treaties/lessons";
import { precedents } from "@saksi/treaties/precedents";
import { NotFoundPage } from "../frame/not-found-page.tsx";
import type { PageProps } from "../routes.tsx";
import { LessonEntry } from "./lesson-entry.tsx";
import { PrecedentEntry } from "./precedent-entry.tsx";

export function EntryPage({ ids: { key = "" } }: PageProps) {
  const precedent = precedents.find(({ id }) => id === key);
  if (precedent !== undefined) return <PrecedentEntry entry={precedent} />;
  const lesson = lessons.find(({ id }) => id === key);
  return lesson === undefined ? <NotFoundPage /> : <LessonEntry entry={lesson} />;
}
