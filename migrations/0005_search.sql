-- Search. Everything here is derived from the records and can be rebuilt (`reindex`).

-- The words of the records, kept apart per access class: a word that stands in drafts only has no row that an
-- anonymous reader's query could meet. Ids are what `search_row.tokens` holds.
create table lexicon (
  id integer generated always as identity primary key,
  access_class smallint not null references access_class,
  class text collate "C" not null check (class in ('name', 'text', 'facet')),
  tier smallint not null check (tier between 0 and 4), -- 0 facet value, 1 exact, 2 base letters, 3 folded, 4 folded pair
  lexeme text collate "C" not null,
  lower text collate "C",                             -- the form one tier below: exact → base, base → folded
  df integer not null default 0                       -- rows of `search_row` that hold the id
);
create unique index lexicon_lexeme on lexicon (access_class, class, tier, lexeme) include (df);
create index lexicon_lower on lexicon (access_class, class, tier, lower) where lower is not null;

-- Folded syllables with one letter left out, and whole: two words at most one typing error apart share an entry.
create table lexicon_deletion (
  access_class smallint not null references access_class,
  deletion text collate "C" not null,
  lexeme text collate "C" not null,
  primary key (access_class, deletion, lexeme)
);

-- One narrow row per record that can be found. No foreign key to `record`: rows are taken away by the job.
create table search_row (
  record_id integer primary key,                      -- record.id; four bytes while there are fewer than 2^31 records
  access_class smallint not null,                     -- 0: hidden since the last change, waiting for the job
  sample smallint not null check (sample between 0 and 63),
  static_rank integer not null,                       -- importance, year, then a hash: small comes first
  earliest integer,                                   -- days since 1970-01-01
  latest integer,
  published_at timestamptz,
  point point,                                        -- (longitude, latitude), never finer than the public precision
  facets bytea not null,                              -- lexicon ids of the facet values that are counted, 4 bytes each
  tokens integer[] not null                           -- lexicon ids; negative: hashes of whole names
);
-- Contained in no statistics on purpose: with them PostgreSQL would prefer to read and unpack the whole table for a
-- frequent word, without them it always takes the index, and the program chooses between its two ways of reading.
alter table search_row alter column tokens set statistics 0;
alter table search_row alter column tokens set storage external;
alter table search_row alter column facets set storage plain;
create index search_row_tokens on search_row using gin (tokens) with (fastupdate = off);
-- One row in 64 and one in 16: totals and facets of very frequent words are estimated from these.
create index search_row_sample_64 on search_row using gin (tokens) with (fastupdate = off) where sample = 0;
create index search_row_sample_16 on search_row using gin (tokens) with (fastupdate = off) where sample < 4;
create index search_row_rank on search_row (static_rank, record_id);
create index search_row_newest on search_row (published_at, record_id);
create index search_row_earliest on search_row (earliest, record_id);
create index search_row_point on search_row using gist (point);

-- What a result shows; read for the rows of one page only.
create table search_card (
  record_id integer primary key,
  pid text collate "C" not null,
  kind text collate "C" not null,
  title text collate "vi-x-icu" not null,
  card jsonb not null
);
create index search_card_title on search_card (title, record_id);

create table facet_label (
  facet text collate "C" not null,
  value text collate "C" not null,
  vi text collate "vi-x-icu" not null,
  en text collate "C" not null,
  primary key (facet, value)
);

-- Folded names by which a facet value is meant: own, alternative and former ones.
create table facet_name (
  folded text collate "C" not null,
  facet text collate "C" not null,
  value text collate "C" not null,
  primary key (folded, facet, value)
);

-- Records whose text has to be projected again; filled by the change, emptied by the job, batch by batch.
create table search_pending (
  changeset_id bigint not null,
  record_id integer not null,
  primary key (changeset_id, record_id)
);
