/** One record: read, edited in its place, with what two people wrote apart from each other and everything ever said of it. */

import { isRecordId, type RecordId, type SpaceId } from "@saksi/domain/id";
import { fieldsOf, type RecordType } from "@saksi/domain/record-type";
import { recordTypeNamed } from "@saksi/domain/record-types";
import type { RecordDetail } from "@saksi/vault/port";
import { useState } from "react";
import { Link } from "wouter";
import { Badge } from "../components/badge.tsx";
import { Button } from "../components/button.tsx";
import { Empty } from "../components/empty.tsx";
import { Heading } from "../components/heading.tsx";
import { Notice } from "../components/notice.tsx";
import { Skeleton } from "../components/skeleton.tsx";
import type { PageProps } from "../routes.tsx";
import { useRows } from "../vault/use-vault.ts";
import { say } from "../words/say.ts";
import { Conflicts } from "./conflicts.tsx";
import type { Opened } from "./draft-of.ts";
import { ExhibitFile } from "./exhibits/exhibit-file.tsx";
import { History } from "./history.tsx";
import { InOneSpace } from "./in-one-space.tsx";
import { RecordForm } from "./record-form.tsx";
import { RecordLink } from "./record-name.tsx";
import { RecordRead } from "./record-read.tsx";
import { SavedOrSent } from "./saved-or-sent.tsx";

export function RecordPage({ ids: { id = "" } }: PageProps) {
  if (!isRecordId(id)) return <NotHere />;
  return (
    <InOneSpace id={id}>
      {(space) => (space === undefined ? <NotHere /> : <OneRecord key={space} id={id} space={space} />)}
    </InOneSpace>
  );
}

function NotHere() {
  return (
    <>
      <Heading>{say("record.not-here.title")}</Heading>
      <p>{say("record.not-here.text")}</p>
    </>
  );
}

function OneRecord({ id, space }: { readonly id: RecordId; readonly space: SpaceId }) {
  const rows = useRows("record", { id, space });
  const [opened, setOpened] = useState<Opened>();
  if (rows === undefined) return <Skeleton rows={6} />;
  const [record] = rows;
  if (!record) return <NotHere />;
  const type = recordTypeNamed(record.type);
  return (
    <article className="stack record">
      <Head record={record} type={type} />
      {opened && type ? (
        <Edit record={record} type={type} opened={opened} onClose={() => setOpened(undefined)} />
      ) : (
        <Read record={record} type={type} onEdit={() => setOpened(record)} />
      )}
    </article>
  );
}

interface Shown {
  readonly record: RecordDetail;
  readonly type: RecordType | undefined;
}

function Head({ record, type }: Shown) {
  const kind = type?.label.one ?? record.type;
  return (
    <header className="stack tight">
      <small>{kind}</small>
      <Heading>
        <bdi translate="no">{record.title}</bdi>
      </Heading>
      <div className="row">
        {record.circle > 0 && <Badge tone="info">{say("record.kept-small")}</Badge>}
        <SavedOrSent record={record} />
      </div>
      {record.case !== null && record.type !== "case" && (
        <p className="soft">
          {say("record.of-case")} <CaseLink id={record.case} />
        </p>
      )}
      {record.type === "case" && <Link href={`/cases/${record.id}`}>{say("record.open-case")}</Link>}
    </header>
  );
}

/** The case itself, not its record. */
function CaseLink({ id }: { readonly id: string }) {
  const [row] = useRows("record", { id: id as never }, "keep") ?? [];
  return row ? (
    <Link href={`/cases/${id}`}>
      <bdi>{row.title}</bdi>
    </Link>
  ) : (
    <RecordLink id={id} />
  );
}

function Read({ record, type, onEdit }: Shown & { readonly onEdit: () => void }) {
  const [space] = (useRows("spaces", {}) ?? []).filter((one) => one.space === record.space);
  const mayWrite = space !== undefined && space.role !== "reader";
  return (
    <>
      {record.newer && (
        <Notice tone="info">
          <p>{say(type ? "record.newer.fields" : "record.newer.type")}</p>
        </Notice>
      )}
      {record.conflicts.length > 0 && <Conflicts record={record} type={type} mayWrite={mayWrite} />}
      {type && mayWrite && (
        <div className="row" data-print="no">
          <Button kind="first" onClick={onEdit}>
            {say("record.edit")}
          </Button>
        </div>
      )}
      {record.type === "exhibit" && <ExhibitFile record={record} mayWrite={mayWrite} />}
      {Object.keys(record.fields).length === 0 ? (
        <Empty title={say("record.empty.title")}>{say("record.empty.text")}</Empty>
      ) : (
        <RecordRead record={record} type={type} />
      )}
      <History id={record.id} space={record.space} type={type} />
    </>
  );
}

function Edit({
  record,
  type,
  opened,
  onClose,
}: {
  readonly record: RecordDetail;
  readonly type: RecordType;
  readonly opened: Opened;
  readonly onClose: () => void;
}) {
  const changed = JSON.stringify(record.versions) !== JSON.stringify(opened.versions);
  const contested = record.conflicts.flatMap((name) => fieldsOf(type).find(([one]) => one === name)?.[1].label ?? []);
  return (
    <>
      {changed && (
        <Notice tone="waits" live="polite">
          <p>{say("record.changed-meanwhile")}</p>
        </Notice>
      )}
      {contested.length > 0 && (
        <Notice tone="waits" icon="conflict">
          <p>{say("record.edit.conflict", { fields: contested.join(", ") })}</p>
        </Notice>
      )}
      <RecordForm type={type} space={record.space} opened={opened} onSaved={onClose} onCancel={onClose} />
    </>
  );
}
