-- The hall leads every key, ids come from outside, and nothing here is a trigger, a procedure or an identity: so these
-- tables lie as well on Citus, YugabyteDB or openGauss. Collation C orders by code point, as SQLite does.

-- One row a document. A removed one stays as a row without text, so that its version goes on counting.
create table document (
  hall text collate "C" not null,
  key text collate "C" not null,
  version integer not null,
  open text,
  sealed text,
  primary key (hall, key)
);

-- One row for each command the hall has accepted, written together with its changes.
create table log (
  hall text collate "C" not null,
  id uuid not null,
  at bigint not null,
  actor text not null,
  command text not null,
  keys text not null,
  events text not null,
  primary key (hall, id)
);

-- What each gesture was told, so that one that is sent twice happens once.
create table sent (
  hall text collate "C" not null,
  key text collate "C" not null,
  at bigint not null,
  outcome text not null,
  primary key (hall, key)
);
create index sent_at on sent (hall, at);
