/** The tables of the embedded store. Positions come from `space.size` inside the transaction that appends. */
export const schema = `
  create table if not exists space (
    number integer primary key, id blob not null unique,
    size integer not null, bytes integer not null, chunks integer not null
  ) strict;
  create table if not exists entry (
    space integer not null, position integer not null, received integer not null,
    device blob not null, dseq integer not null, id blob not null,
    header blob not null, signature blob not null, body blob not null
  ) strict;
  create unique index if not exists entry_by_position on entry (space, position);
  create unique index if not exists entry_by_chain on entry (space, device, dseq);
  create table if not exists chunk (
    space integer not null, hash blob not null, bytes integer not null, received integer not null,
    primary key (space, hash)
  ) strict, without rowid;
  create table if not exists chunk_named (
    space integer not null, hash blob not null, position integer not null,
    primary key (space, hash, position)
  ) strict, without rowid;
  create table if not exists door (
    id blob not null, slot text not null, content blob not null, expires integer not null,
    primary key (id, slot)
  ) strict, without rowid;
  create index if not exists door_by_expiry on door (expires);`;
