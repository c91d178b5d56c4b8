-- Each entry of the log, chained to the one before by its hash, some while after it was written.
create table chain (
  hall text not null,
  seq integer not null,
  entry text not null,
  hash text not null,
  primary key (hall, seq)
) strict, without rowid;
create unique index chain_entry on chain (hall, entry);

-- The signed ends of the chain, one for each batch.
create table head (
  hall text not null,
  seq integer not null,
  at integer not null,
  signature text not null,
  primary key (hall, seq)
) strict, without rowid;
