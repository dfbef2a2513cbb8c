-- Times are UTC in ISO 8601, days are yyyy-MM-dd: text sorts as time does, in both databases alike.

create table numbers (
    office text not null,
    series text not null,
    year bigint not null,
    serial bigint not null check (serial > 0),
    number text not null unique,
    state text not null check (state in ('reserved', 'used', 'void')),
    case_id text not null,
    type text not null,
    reserved_at text not null,
    reserved_by text not null,
    used_at text,
    used_by text,
    document_hash text,
    voided_at text,
    voided_by text,
    void_reason text,
    imported bigint not null default 0,
    primary key (office, series, year, serial)
);

-- One document of a case has one living number: asking twice gives the same one.
create unique index numbers_by_document on numbers (case_id, type, office, series, year) where state <> 'void' and case_id <> '';

create table publications (
    id {identity},
    case_id text not null,
    type text not null,
    title text not null,
    audience text not null,
    medium text,
    published_on text,
    page text,
    url text,
    runs_from text,
    runs_to text,
    evidence_file text,
    evidence_hash text,
    rules text not null,
    files text not null,
    input_hash text not null,
    recorded_at text not null,
    recorded_by text not null
);

create index publications_by_case on publications (case_id, type);

create table services (
    id {identity},
    case_id text not null,
    type text not null,
    number text,
    recipient text not null,
    method text not null,
    served_on text not null,
    received_by text,
    evidence_file text,
    evidence_hash text,
    recorded_at text not null,
    recorded_by text not null
);

create index services_by_case on services (case_id, type);

create table audit (
    seq bigint primary key,
    at text not null,
    who text not null,
    action text not null,
    subject text not null,
    detail text not null,
    previous text not null,
    hash text not null
);
