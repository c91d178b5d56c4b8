-- One row a document. A removed one stays as a row without text, so that its version goes on counting.
create table document (
  hall text not null,
  key text not null,
  version integer not null,
  open text,
  sealed text,
  primary key (hall, key)
) strict, without rowid;

-- One row for each command the hall has accepted, written together with its changes.
create table log (
  hall text not null,
  id text not null,
  at integer not null,
  actor text not null,
  command text not null,
  keys text not null,
  events text not null,
  primary key (hall, id)
) strict, without rowid;

-- What each gesture was told, so that one that is sent twice happens once.
create table sent (
  hall text not null,
  key text not null,
  at integer not null,
  outcome text not null,
  primary key (hall, key)
) strict, without rowid;
create index sent_at on sent (hall, at);
