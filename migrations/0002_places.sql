-- Administrative units as dated things: 63 provinces until 30 June 2025, 34 since; communes; districts as names.

create table admin_unit (
  id bigint generated always as identity primary key,
  key text collate "C" not null unique,          -- stable key of the loaded data, e.g. 'gso-2025:20410', 'gso-2024:49'
  scheme text collate "C" not null,              -- 'gso-2025' (QĐ 19/2025/QĐ-TTg), 'gso-2024' (63 provinces), 'named' (no code known)
  code text collate "C",                         -- a string with leading zeros; never reused; null for units known by name only
  level text collate "C" not null check (level in ('province', 'district', 'commune')),
  type text collate "C" not null,                -- tỉnh, thành phố, xã, phường, thị trấn, đặc khu, huyện, quận, thị xã
  name text collate "vi-x-icu" not null,
  full_name text collate "vi-x-icu" not null,
  name_en text collate "C",
  folded text collate "C" not null,              -- formats/vietnamese foldFully(name)
  valid_from date,
  valid_to date,                                 -- exclusive
  parent_id bigint references admin_unit,
  lat double precision,
  lon double precision,
  area_km2 numeric,
  population bigint,
  note text collate "C",
  source text collate "C" not null,
  check ((lat is null) = (lon is null)),
  check (valid_to is null or valid_from is null or valid_from < valid_to)
);
create unique index admin_unit_code on admin_unit (scheme, level, code) where code is not null;
create index admin_unit_folded on admin_unit (folded, level);
create index admin_unit_parent on admin_unit (parent_id);

-- A unit's type can change without the unit changing (Đồng Nai: tỉnh, then thành phố from 30 April 2026).
create table admin_unit_type (
  unit_id bigint not null references admin_unit,
  type text collate "C" not null,
  full_name text collate "vi-x-icu" not null,
  valid_from date,
  valid_to date,
  legal_basis text collate "C" not null,
  unique nulls not distinct (unit_id, valid_from)
);

create table admin_succession (
  predecessor_id bigint not null references admin_unit,
  successor_id bigint not null references admin_unit,
  date date not null,
  extent text collate "C" not null check (extent in ('whole', 'part', 'unstated')),
  verbatim text collate "C",                     -- the words of the source, e.g. 'phần còn lại sau khi sáp nhập vào phường Hoàn Kiếm'
  legal_basis text collate "C" not null,
  primary key (predecessor_id, successor_id, date)
);
create index admin_succession_successor on admin_succession (successor_id);
