/**
 * The tables. Everything here can be dropped and made again from the log.
 *
 * [Note: nothing is overwritten] What was said lies in the log; `change` is one row a part, pointing there. `body` holds
 * what stands of a record, by field, with its versions: the result of folding the record's changes in the log's order
 * (`standing.ts`). A change that comes late in time but early in order makes the record fold again. Decision 0003.
 *
 * `record` is narrow and `body` wide, so that lists, counts and late indexes never read the bodies.
 */

import { sql } from "../sql.ts";

/** Goes up when the layout changes; the tables are then dropped and the log replayed. */
export const layoutVersion = 1;

export const schema = sql`
  create table space (
    sid integer primary key,
    space text not null unique
  ) strict;
  create table record (
    rid integer primary key,
    id text not null,
    sid integer not null,
    type text not null,
    circle integer not null,
    title text not null,
    title_key text not null,
    when_key text,
    state text,
    case_id text,
    changed integer not null,
    at text not null,
    position integer,
    conflicts text,
    parts integer not null,
    last_position integer,
    last_place integer not null,
    last_part integer not null
  ) strict;
  create table body (
    rid integer primary key,
    version text not null,
    fields text not null,
    others text
  ) strict;
  create table change (
    cid integer primary key,
    rid integer not null,
    entry blob not null,
    part integer not null,
    position integer,
    received integer,
    place integer not null,
    circle integer not null,
    member text not null,
    version blob not null,
    refused text
  ) strict;
  create table link (
    rid integer not null,
    target text not null,
    primary key (rid, target)
  ) strict, without rowid;
  create index change_record on change (rid);
  create table withheld (
    entry blob not null,
    part integer not null,
    sid integer not null,
    circle integer not null,
    primary key (entry, part)
  ) strict, without rowid;
  create table text_waiting (
    first integer primary key,
    last integer not null
  ) strict;
  create table text_again (
    rid integer primary key
  ) strict;
  create virtual table found using fts5 (
    words, hidden, names, facets,
    content = '', contentless_delete = 1, tokenize = 'ascii'
  );`;

export const dropSchema = sql`
  drop table if exists space;
  drop table if exists record;
  drop table if exists body;
  drop table if exists change;
  drop table if exists link;
  drop table if exists withheld;
  drop table if exists text_waiting;
  drop table if exists text_again;
  drop table if exists found;`;

/**
 * Made after bulk work: a record by its id, a list in its three orders, counts, everything of a case, what points at a
 * record, an entry's changes. Their keys are in no order, so that each row would dirty another page of the file.
 */
export const lateIndexes = sql`
  create unique index if not exists record_id on record (id, sid);
  create index if not exists record_changed on record (type, changed desc, rid desc, sid, state, case_id);
  create index if not exists record_when on record (type, when_key, rid, sid, state, case_id);
  create index if not exists record_title on record (type, title_key, rid, sid, state, case_id);
  create index if not exists record_count on record (type, state, sid, case_id);
  create index if not exists record_case on record (case_id, type);
  create index if not exists record_conflicts on record (rid) where conflicts is not null;
  create index if not exists link_target on link (target);
  create unique index if not exists change_entry on change (entry, part);
  create index if not exists change_refused on change (rid) where refused is not null;`;

export const dropLateIndexes = sql`
  drop index if exists record_id;
  drop index if exists record_changed;
  drop index if exists record_when;
  drop index if exists record_title;
  drop index if exists record_count;
  drop index if exists record_case;
  drop index if exists record_conflicts;
  drop index if exists link_target;
  drop index if exists change_entry;
  drop index if exists change_refused;`;

/** Not a cache: outlives a replay. */
export const keptSchema = sql`
  create table if not exists kept (
    name text primary key,
    value text not null
  ) strict, without rowid;`;
