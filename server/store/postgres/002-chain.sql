-- Each entry of the log, chained to the one before by its hash, some while after it was written.
create table chain (
  hall text collate "C" not null,
  seq bigint not null,
  entry uuid not null,
  hash text not null,
  primary key (hall, seq)
);
create unique index chain_entry on chain (hall, entry);

-- The signed ends of the chain, one for each batch.
create table head (
  hall text collate "C" not null,
  seq bigint not null,
  at bigint not null,
  signature text not null,
  primary key (hall, seq)
);
