-- A record as the first schema wrote it: two documents, two runs of one of them, three judgements that leave the other hidden.
-- It was made once and is never changed: records like it are what upgrades have to bring along.
CREATE TABLE "kysely_migration" ("name" varchar(255) not null primary key, "timestamp" varchar(255) not null);
CREATE TABLE "kysely_migration_lock" ("id" varchar(255) not null primary key, "is_locked" integer default 0 not null);
CREATE TABLE log (
    project text not null, place integer not null, kind text not null, id text not null, hash text not null,
    primary key (project, place)
  ) strict, without rowid;
CREATE TABLE blob (
    project text not null, sha256 text not null, byte_count integer not null, encoding text not null, bytes blob not null,
    primary key (project, sha256)
  ) strict;
CREATE TABLE capture (
    project text not null, id text not null, sha256 text not null, source text not null, folded_source text not null,
    at text not null, headers text not null, recorded integer not null,
    primary key (project, id),
    foreign key (project, sha256) references blob,
    foreign key (project, recorded) references log
  ) strict;
CREATE TABLE document (
    project text not null, id text not null, sha256 text not null, algorithm text not null, text text not null,
    text_sha256 text not null, source_map blob, saved_at text not null, recorded integer not null,
    primary key (project, id),
    foreign key (project, sha256) references blob,
    foreign key (project, recorded) references log
  ) strict;
CREATE TABLE run (
    project text not null, id text not null, document text not null, at text not null, reader text not null,
    description text not null, frame text not null, folded_words text not null, earliest text, latest text,
    claim_count integer not null, recorded integer not null,
    primary key (project, id),
    foreign key (project, document) references document,
    foreign key (project, recorded) references log
  ) strict;
CREATE TABLE entity (
    project text not null, run text not null, id text not null, position integer not null, kind text not null,
    name text not null, names text not null, mention_count integer not null,
    primary key (project, run, id),
    foreign key (project, run) references run
  ) strict, without rowid;
CREATE TABLE mention (
    project text not null, run text not null, entity text not null, position integer not null,
    "start" integer not null, "end" integer not null, form text not null,
    primary key (project, run, entity, position),
    foreign key (project, run, entity) references entity
  ) strict, without rowid;
CREATE TABLE claim (
    project text not null, document text not null, id text not null, kind text not null, first_run text not null,
    primary key (project, document, id),
    foreign key (project, document) references document,
    foreign key (project, first_run) references run (project, id)
  ) strict, without rowid;
CREATE TABLE finding (
    project text not null, run text not null, position integer not null, document text not null, claim text not null,
    kind text not null, score real not null, json text not null, hash text not null, recorded integer not null,
    primary key (project, run, position),
    foreign key (project, run) references run,
    foreign key (project, document, claim) references claim
  ) strict;
CREATE TABLE judgement (
    project text not null, id text not null, kind text not null, about text not null, "by" text not null,
    at text not null, why text, undoes text, recorded integer not null,
    primary key (project, id),
    foreign key (project, undoes) references judgement (project, id),
    foreign key (project, recorded) references log
  ) strict;
CREATE TABLE name (
    project text not null, folded text not null, run text not null, entity text not null,
    primary key (project, folded, run, entity)
  ) strict, without rowid;
CREATE TABLE claim_part (
    project text not null, run text not null, entity text not null, part text not null, position integer not null,
    primary key (project, run, entity, part, position)
  ) strict, without rowid;
CREATE TABLE search_row (
    id integer primary key, project text not null, document text not null, run text not null, claim text,
    kind text not null, part text, "start" integer not null, "end" integer not null, speaker text, speaker_name text,
    earliest text, latest text
  ) strict;
CREATE VIRTUAL TABLE search_words using fts5 (words, names, tokenize = "unicode61 remove_diacritics 2", prefix = "2 3");
insert into kysely_migration ("name", "timestamp") values ('0001-first-record', '2026-11-23T03:40:57.286Z');
insert into kysely_migration_lock ("id", "is_locked") values ('migration_lock', 0);
insert into log ("project", "place", "kind", "id", "hash") values ('default', 1, 'document', 'doc-8e5706bb7f8380399013d356', '3b7edd950aef4b15a7f638169ef347767d669f8578330003f1f3be29077780b3');
insert into log ("project", "place", "kind", "id", "hash") values ('default', 2, 'capture', 'capture-d6324fa87941199d6b88e43e', '8d36e3cc9f59350424e25b5fd0130cd229a36efbb5e217fd2e687f6f3f564401');
insert into log ("project", "place", "kind", "id", "hash") values ('default', 3, 'run', 'run-e1e729d2e1e3aa2b2db0d0a9', '6f4627015c2b50e8e1b1917906aa3123241090bf10bc450592a546a357368607');
insert into log ("project", "place", "kind", "id", "hash") values ('default', 4, 'document', 'doc-724e70c707897b57c975c669', 'f4d132bfae0cb7b3f613d4357221d09a0808fb09a084c8c50025eccb089fa5fe');
insert into log ("project", "place", "kind", "id", "hash") values ('default', 5, 'capture', 'capture-8638570e87dd06b761bb0ea8', '8004f5a75e132077f7ce06372d7fc2e74f0fdae3cefac6e0832ea7eb0384792d');
insert into log ("project", "place", "kind", "id", "hash") values ('default', 6, 'run', 'run-f10b89bd0f6f7d1e89782b88', '99cb4ce794e672dedcf2f42b0c4ed2c71f5fa41f85ea5040d487e25f3d3a3f9e');
insert into log ("project", "place", "kind", "id", "hash") values ('default', 7, 'run', 'run-0349b38915a016ed070508ea', 'ffa7dc5eee3b9228b9243d67a2f35a57eb9d10e7606296493febbe65abb1ca24');
insert into log ("project", "place", "kind", "id", "hash") values ('default', 8, 'judgement', 'judgement-7bd8edb36808368f2f0a0701', '7386f9ae64deafb157433a33fc9630fe2b9ad9573399c08efaafe3238af71b23');
insert into log ("project", "place", "kind", "id", "hash") values ('default', 9, 'judgement', 'judgement-61ef856e17977b27db17981b', 'f18cf30582ac4c991652ca911ed4042436fe669afe1102aaea59493b6173d9a6');
insert into log ("project", "place", "kind", "id", "hash") values ('default', 10, 'judgement', 'judgement-7e0eb1cffb3cf3196c1545a3', 'ecaffe09958c0ac1393c0a5351d928c7053375f67033b76b9d8e8ce0671a3549');
insert into blob ("project", "sha256", "byte_count", "encoding", "bytes") values ('default', '2e4c748902131e91b76302c2616b161f5df750e5717400b5f30c48449ce0c8f8', 261, 'zstd', x'28b52ffd00588d0500d28c2521a027e9a35d55d5440e694deefe2ff27d2077db49b6043016f13aead49954c5e10100a910ef39c12b145dde3a07c691850af927a73afee18c51a3841654c78969d1b4ddac8e2bea685ddb115239ff62abe3fdd1189177d299adb3b65fde9c0d8b845e048c400c8b01e340df3ce448cd0be221fe59db5532a2888ac0951960184925166ca84e7b7e523c58d78534016f60a35ea405010800b746c29f2b2a987d17de3d29754fa856b4727a85a6a0');
insert into blob ("project", "sha256", "byte_count", "encoding", "bytes") values ('default', 'd7ae2dffb0406ac4c6f2dbfa92c94ca5d01bcb3522a823b5e3bef9773a28d509', 176, 'zstd', x'28b52ffd0058ed030082491b1a903569036449e4c69682ad21625bb619652a54db07b55fafce25a530aeccb8bedafdbc4978d632dedf0e23ee183dc71733d9ec2082b500b0508ab5830c4feb715228e06e92ef08a2836fd69adf44e469c3709dd0b206aebb4029f9a457be72e2e13d95acf944627292bf2b410400524a5e50773fed0843c367');
insert into capture ("project", "id", "sha256", "source", "folded_source", "at", "headers", "recorded") values ('default', 'capture-d6324fa87941199d6b88e43e', '2e4c748902131e91b76302c2616b161f5df750e5717400b5f30c48449ce0c8f8', 'reports/harbour.txt', 'reports harbour txt', '2026-03-01T09:00:00.000Z', '{"content-type":"text/plain"}', 2);
insert into capture ("project", "id", "sha256", "source", "folded_source", "at", "headers", "recorded") values ('default', 'capture-8638570e87dd06b761bb0ea8', 'd7ae2dffb0406ac4c6f2dbfa92c94ca5d01bcb3522a823b5e3bef9773a28d509', 'reports/harbour.txt', 'reports harbour txt', '2026-03-01T09:00:00.000Z', '{"content-type":"text/plain"}', 5);
insert into document ("project", "id", "sha256", "algorithm", "text", "text_sha256", "source_map", "saved_at", "recorded") values ('default', 'doc-8e5706bb7f8380399013d356', '2e4c748902131e91b76302c2616b161f5df750e5717400b5f30c48449ce0c8f8', 'plain-text/1', 'Port of Velmora to close its old quay

Anna Marlow said the old quay will close before the winter.
Jörg Ebersøn denied that the fishing fleet had been asked to leave.
Anna Marlow added nobody at the harbour office has seen the plan.
What a lovely quay it was!', '2e4c748902131e91b76302c2616b161f5df750e5717400b5f30c48449ce0c8f8', x'28b52ffd005845010014027b2274657874537461727473223a5b302c3235395d2c22736f757263652d315d7d0100a9319d', '2026-03-01T09:00:00.000Z', 1);
insert into document ("project", "id", "sha256", "algorithm", "text", "text_sha256", "source_map", "saved_at", "recorded") values ('default', 'doc-724e70c707897b57c975c669', 'd7ae2dffb0406ac4c6f2dbfa92c94ca5d01bcb3522a823b5e3bef9773a28d509', 'plain-text/1', 'Cannery workers wait for an answer

Anna Marlow told reporters the cannery would reopen when the quay is rebuilt.
Tomas Quill wrote the fishing fleet has nowhere else to land.
', 'd7ae2dffb0406ac4c6f2dbfa92c94ca5d01bcb3522a823b5e3bef9773a28d509', x'28b52ffd005845010014027b2274657874537461727473223a5b302c3137365d2c22736f757263652d315d7d0100a9319d', '2026-03-01T09:00:00.000Z', 4);
insert into run ("project", "id", "document", "at", "reader", "description", "frame", "folded_words", "earliest", "latest", "claim_count", "recorded") values ('default', 'run-e1e729d2e1e3aa2b2db0d0a9', 'doc-8e5706bb7f8380399013d356', '2026-03-01T09:00:00.000Z', '{"version":"1.0.0","models":{"tagger":"made-by-hand/1"}}', '{"id":"doc-8e5706bb7f8380399013d356","sha256":"2e4c748902131e91b76302c2616b161f5df750e5717400b5f30c48449ce0c8f8","algorithm":"plain-text/1","title":"Port of Velmora to close its old quay","published":"2025-04-02","publishedBasis":"given","outlet":"Velmora Courier","authors":[{"name":"Ida Fenn","start":0,"end":0}],"tags":["harbours"],"language":"en","parts":[{"kind":"title","start":0,"end":37},{"kind":"body","start":39,"end":98},{"kind":"body","start":99,"end":166},{"kind":"body","start":167,"end":232},{"kind":"comment","start":233,"end":259,"author":"a reader"}],"notices":[]}', '{"format":"hearsay-reading/1","reader":{"version":"1.0.0","models":{"tagger":"made-by-hand/1"}},"document":{"id":"doc-8e5706bb7f8380399013d356","ref":"reports/harbour.txt","sha256":"2e4c748902131e91b76302c2616b161f5df750e5717400b5f30c48449ce0c8f8","title":"Port of Velmora to close its old quay","published":"2025-04-02","publishedBasis":"given","outlet":"Velmora Courier","authors":[{"name":"Ida Fenn","start":0,"end":0}],"tags":["harbours"],"language":"en","parts":[{"kind":"title","start":0,"end":37},{"kind":"body","start":39,"end":98},{"kind":"body","start":99,"end":166},{"kind":"body","start":167,"end":232},{"kind":"comment","start":233,"end":259,"author":"a reader"}]},"dates":[],"notices":[]}', 'port of velmora to close its old quay velmora courier ida fenn', '2025-04-02', '2025-04-02', 3, 3);
insert into run ("project", "id", "document", "at", "reader", "description", "frame", "folded_words", "earliest", "latest", "claim_count", "recorded") values ('default', 'run-f10b89bd0f6f7d1e89782b88', 'doc-724e70c707897b57c975c669', '2026-03-01T09:00:00.000Z', '{"version":"1.0.0","models":{"tagger":"made-by-hand/1"}}', '{"id":"doc-724e70c707897b57c975c669","sha256":"d7ae2dffb0406ac4c6f2dbfa92c94ca5d01bcb3522a823b5e3bef9773a28d509","algorithm":"plain-text/1","title":"Cannery workers wait for an answer","published":"2025-06","publishedBasis":"given","outlet":"The Strait Ledger","authors":[],"tags":["harbours"],"language":"en","parts":[{"kind":"title","start":0,"end":34},{"kind":"body","start":36,"end":113},{"kind":"body","start":114,"end":175}],"notices":[]}', '{"format":"hearsay-reading/1","reader":{"version":"1.0.0","models":{"tagger":"made-by-hand/1"}},"document":{"id":"doc-724e70c707897b57c975c669","ref":"reports/harbour.txt","sha256":"d7ae2dffb0406ac4c6f2dbfa92c94ca5d01bcb3522a823b5e3bef9773a28d509","title":"Cannery workers wait for an answer","published":"2025-06","publishedBasis":"given","outlet":"The Strait Ledger","authors":[],"tags":["harbours"],"language":"en","parts":[{"kind":"title","start":0,"end":34},{"kind":"body","start":36,"end":113},{"kind":"body","start":114,"end":175}]},"dates":[],"notices":[]}', 'cannery workers wait for an answer the strait ledger', '2025-06-01', '2025-06-30', 2, 6);
insert into run ("project", "id", "document", "at", "reader", "description", "frame", "folded_words", "earliest", "latest", "claim_count", "recorded") values ('default', 'run-0349b38915a016ed070508ea', 'doc-8e5706bb7f8380399013d356', '2026-03-01T09:00:00.000Z', '{"version":"2.0.0","models":{"tagger":"made-by-hand/1"}}', '{"id":"doc-8e5706bb7f8380399013d356","sha256":"2e4c748902131e91b76302c2616b161f5df750e5717400b5f30c48449ce0c8f8","algorithm":"plain-text/1","title":"Port of Velmora to close its old quay","published":"2025-04-02","publishedBasis":"given","outlet":"Velmora Courier","authors":[{"name":"Ida Fenn","start":0,"end":0}],"tags":["harbours"],"language":"en","parts":[{"kind":"title","start":0,"end":37},{"kind":"body","start":39,"end":98},{"kind":"body","start":99,"end":166},{"kind":"body","start":167,"end":232},{"kind":"comment","start":233,"end":259,"author":"a reader"}],"notices":[]}', '{"format":"hearsay-reading/1","reader":{"version":"2.0.0","models":{"tagger":"made-by-hand/1"}},"document":{"id":"doc-8e5706bb7f8380399013d356","ref":"reports/harbour.txt","sha256":"2e4c748902131e91b76302c2616b161f5df750e5717400b5f30c48449ce0c8f8","title":"Port of Velmora to close its old quay","published":"2025-04-02","publishedBasis":"given","outlet":"Velmora Courier","authors":[{"name":"Ida Fenn","start":0,"end":0}],"tags":["harbours"],"language":"en","parts":[{"kind":"title","start":0,"end":37},{"kind":"body","start":39,"end":98},{"kind":"body","start":99,"end":166},{"kind":"body","start":167,"end":232},{"kind":"comment","start":233,"end":259,"author":"a reader"}]},"dates":[],"notices":[]}', 'port of velmora to close its old quay velmora courier ida fenn', '2025-04-02', '2025-04-02', 2, 7);
insert into entity ("project", "run", "id", "position", "kind", "name", "names", "mention_count") values ('default', 'run-0349b38915a016ed070508ea', 'e1', 0, 'person', 'Anna Marlow', '["Anna Marlow"]', 1);
insert into entity ("project", "run", "id", "position", "kind", "name", "names", "mention_count") values ('default', 'run-0349b38915a016ed070508ea', 'e2', 1, 'person', 'Jörg Ebersøn', '["Jörg Ebersøn"]', 1);
insert into entity ("project", "run", "id", "position", "kind", "name", "names", "mention_count") values ('default', 'run-e1e729d2e1e3aa2b2db0d0a9', 'e1', 0, 'person', 'Anna Marlow', '["Anna Marlow"]', 2);
insert into entity ("project", "run", "id", "position", "kind", "name", "names", "mention_count") values ('default', 'run-e1e729d2e1e3aa2b2db0d0a9', 'e2', 1, 'person', 'Jörg Ebersøn', '["Jörg Ebersøn"]', 1);
insert into entity ("project", "run", "id", "position", "kind", "name", "names", "mention_count") values ('default', 'run-f10b89bd0f6f7d1e89782b88', 'e1', 0, 'person', 'Anna Marlow', '["Anna Marlow"]', 1);
insert into entity ("project", "run", "id", "position", "kind", "name", "names", "mention_count") values ('default', 'run-f10b89bd0f6f7d1e89782b88', 'e2', 1, 'person', 'Tomas Quill', '["Tomas Quill"]', 1);
insert into mention ("project", "run", "entity", "position", "start", "end", "form") values ('default', 'run-0349b38915a016ed070508ea', 'e1', 0, 39, 50, 'name');
insert into mention ("project", "run", "entity", "position", "start", "end", "form") values ('default', 'run-0349b38915a016ed070508ea', 'e2', 0, 99, 111, 'name');
insert into mention ("project", "run", "entity", "position", "start", "end", "form") values ('default', 'run-e1e729d2e1e3aa2b2db0d0a9', 'e1', 0, 39, 50, 'name');
insert into mention ("project", "run", "entity", "position", "start", "end", "form") values ('default', 'run-e1e729d2e1e3aa2b2db0d0a9', 'e1', 1, 167, 178, 'name');
insert into mention ("project", "run", "entity", "position", "start", "end", "form") values ('default', 'run-e1e729d2e1e3aa2b2db0d0a9', 'e2', 0, 99, 111, 'name');
insert into mention ("project", "run", "entity", "position", "start", "end", "form") values ('default', 'run-f10b89bd0f6f7d1e89782b88', 'e1', 0, 36, 47, 'name');
insert into mention ("project", "run", "entity", "position", "start", "end", "form") values ('default', 'run-f10b89bd0f6f7d1e89782b88', 'e2', 0, 114, 125, 'name');
insert into claim ("project", "document", "id", "kind", "first_run") values ('default', 'doc-724e70c707897b57c975c669', 'statement-4c46391c97cf47f3249bb8e6', 'statement', 'run-f10b89bd0f6f7d1e89782b88');
insert into claim ("project", "document", "id", "kind", "first_run") values ('default', 'doc-724e70c707897b57c975c669', 'statement-c9787b2fd685cf0646e903e0', 'statement', 'run-f10b89bd0f6f7d1e89782b88');
insert into claim ("project", "document", "id", "kind", "first_run") values ('default', 'doc-8e5706bb7f8380399013d356', 'statement-3344b62180e3281e51ee812f', 'statement', 'run-e1e729d2e1e3aa2b2db0d0a9');
insert into claim ("project", "document", "id", "kind", "first_run") values ('default', 'doc-8e5706bb7f8380399013d356', 'statement-791843d0289035681ac83908', 'statement', 'run-e1e729d2e1e3aa2b2db0d0a9');
insert into claim ("project", "document", "id", "kind", "first_run") values ('default', 'doc-8e5706bb7f8380399013d356', 'statement-f39dbdb2e08b2e49fe245237', 'statement', 'run-e1e729d2e1e3aa2b2db0d0a9');
insert into finding ("project", "run", "position", "document", "claim", "kind", "score", "json", "hash", "recorded") values ('default', 'run-e1e729d2e1e3aa2b2db0d0a9', 0, 'doc-8e5706bb7f8380399013d356', 'statement-3344b62180e3281e51ee812f', 'statement', 0.9, '{"id":"statement-3344b62180e3281e51ee812f","kind":"indirect","source":{"start":39,"end":50},"speaker":"e1","cue":[{"start":51,"end":55}],"content":[{"start":56,"end":97}],"altered":[],"evidence":[{"start":39,"end":50},{"start":51,"end":55},{"start":56,"end":97}],"voices":[{"kind":"speaker","entity":"e1","start":39,"end":50}],"polarity":"positive","modality":[],"reason":"made by hand","score":0.9}', '7f915d5b44ccd583d6a604a08ef100fafaa3911f4d791652343bb5f1e68242bb', 3);
insert into finding ("project", "run", "position", "document", "claim", "kind", "score", "json", "hash", "recorded") values ('default', 'run-e1e729d2e1e3aa2b2db0d0a9', 1, 'doc-8e5706bb7f8380399013d356', 'statement-791843d0289035681ac83908', 'statement', 0.9, '{"id":"statement-791843d0289035681ac83908","kind":"indirect","source":{"start":99,"end":111},"speaker":"e2","cue":[{"start":112,"end":118}],"content":[{"start":119,"end":165}],"altered":[],"evidence":[{"start":99,"end":111},{"start":112,"end":118},{"start":119,"end":165}],"voices":[{"kind":"speaker","entity":"e2","start":99,"end":111}],"polarity":"positive","modality":[],"reason":"made by hand","score":0.9}', 'f32d371f55a05141420d38725319d02363ccdacd68337bce9112f2d0cbf0657c', 3);
insert into finding ("project", "run", "position", "document", "claim", "kind", "score", "json", "hash", "recorded") values ('default', 'run-e1e729d2e1e3aa2b2db0d0a9', 2, 'doc-8e5706bb7f8380399013d356', 'statement-f39dbdb2e08b2e49fe245237', 'statement', 0.9, '{"id":"statement-f39dbdb2e08b2e49fe245237","kind":"indirect","source":{"start":167,"end":178},"speaker":"e1","cue":[{"start":179,"end":184}],"content":[{"start":185,"end":231}],"altered":[],"evidence":[{"start":167,"end":178},{"start":179,"end":184},{"start":185,"end":231}],"voices":[{"kind":"speaker","entity":"e1","start":167,"end":178}],"polarity":"positive","modality":[],"reason":"made by hand","score":0.9}', 'ea0d7564c37146b575dd076c43befb16c227f6f2b75e0032352a1c28adc5ba3c', 3);
insert into finding ("project", "run", "position", "document", "claim", "kind", "score", "json", "hash", "recorded") values ('default', 'run-f10b89bd0f6f7d1e89782b88', 0, 'doc-724e70c707897b57c975c669', 'statement-c9787b2fd685cf0646e903e0', 'statement', 0.9, '{"id":"statement-c9787b2fd685cf0646e903e0","kind":"indirect","source":{"start":36,"end":47},"speaker":"e1","cue":[{"start":48,"end":62}],"content":[{"start":63,"end":112}],"altered":[],"evidence":[{"start":36,"end":47},{"start":48,"end":62},{"start":63,"end":112}],"voices":[{"kind":"speaker","entity":"e1","start":36,"end":47}],"polarity":"positive","modality":[],"reason":"made by hand","score":0.9}', '2676dac4afc970578db904d84e5c1fb3e64d3e7b80e1d05ca3da5bf07ea1d068', 6);
insert into finding ("project", "run", "position", "document", "claim", "kind", "score", "json", "hash", "recorded") values ('default', 'run-f10b89bd0f6f7d1e89782b88', 1, 'doc-724e70c707897b57c975c669', 'statement-4c46391c97cf47f3249bb8e6', 'statement', 0.9, '{"id":"statement-4c46391c97cf47f3249bb8e6","kind":"indirect","source":{"start":114,"end":125},"speaker":"e2","cue":[{"start":126,"end":131}],"content":[{"start":132,"end":174}],"altered":[],"evidence":[{"start":114,"end":125},{"start":126,"end":131},{"start":132,"end":174}],"voices":[{"kind":"speaker","entity":"e2","start":114,"end":125}],"polarity":"positive","modality":[],"reason":"made by hand","score":0.9}', 'cfe9f3e89565cb4763afd68552aa1a26a465330d4704cc29f763e203583790b8', 6);
insert into finding ("project", "run", "position", "document", "claim", "kind", "score", "json", "hash", "recorded") values ('default', 'run-0349b38915a016ed070508ea', 0, 'doc-8e5706bb7f8380399013d356', 'statement-3344b62180e3281e51ee812f', 'statement', 0.7, '{"id":"statement-3344b62180e3281e51ee812f","kind":"indirect","source":{"start":39,"end":50},"speaker":"e1","cue":[{"start":51,"end":55}],"content":[{"start":56,"end":97}],"altered":[],"evidence":[{"start":39,"end":50},{"start":51,"end":55},{"start":56,"end":97}],"voices":[{"kind":"speaker","entity":"e1","start":39,"end":50}],"polarity":"positive","modality":[],"reason":"made by hand","score":0.7}', '71bcd964c8b8d6a7107c16342f17d08b9d7e5e9d774b546cfef82faf3bc7b3e0', 7);
insert into finding ("project", "run", "position", "document", "claim", "kind", "score", "json", "hash", "recorded") values ('default', 'run-0349b38915a016ed070508ea', 1, 'doc-8e5706bb7f8380399013d356', 'statement-791843d0289035681ac83908', 'statement', 0.7, '{"id":"statement-791843d0289035681ac83908","kind":"indirect","source":{"start":99,"end":111},"speaker":"e2","cue":[{"start":112,"end":118}],"content":[{"start":119,"end":165}],"altered":[],"evidence":[{"start":99,"end":111},{"start":112,"end":118},{"start":119,"end":165}],"voices":[{"kind":"speaker","entity":"e2","start":99,"end":111}],"polarity":"positive","modality":[],"reason":"made by hand","score":0.7}', '26134eeaea3f1d8c94b8d79d15c3b0de6cf765cde6332c696c411446c81bbbb7', 7);
insert into judgement ("project", "id", "kind", "about", "by", "at", "why", "undoes", "recorded") values ('default', 'judgement-7bd8edb36808368f2f0a0701', 'forget', 'doc-724e70c707897b57c975c669', 'rosa', '2026-03-02T10:00:00.000Z', 'read by mistake', null, 8);
insert into judgement ("project", "id", "kind", "about", "by", "at", "why", "undoes", "recorded") values ('default', 'judgement-61ef856e17977b27db17981b', 'undo', 'doc-724e70c707897b57c975c669', 'piet', '2026-03-02T10:00:00.000Z', 'it was right', 'judgement-7bd8edb36808368f2f0a0701', 9);
insert into judgement ("project", "id", "kind", "about", "by", "at", "why", "undoes", "recorded") values ('default', 'judgement-7e0eb1cffb3cf3196c1545a3', 'forget', 'doc-724e70c707897b57c975c669', 'rosa', '2026-03-03T10:00:00.000Z', 'read by mistake', null, 10);
insert into name ("project", "folded", "run", "entity") values ('default', 'anna marlow', 'run-0349b38915a016ed070508ea', 'e1');
insert into name ("project", "folded", "run", "entity") values ('default', 'jorg eberson', 'run-0349b38915a016ed070508ea', 'e2');
insert into name ("project", "folded", "run", "entity") values ('default', 'anna marlow', 'run-e1e729d2e1e3aa2b2db0d0a9', 'e1');
insert into name ("project", "folded", "run", "entity") values ('default', 'jorg eberson', 'run-e1e729d2e1e3aa2b2db0d0a9', 'e2');
insert into name ("project", "folded", "run", "entity") values ('default', 'anna marlow', 'run-f10b89bd0f6f7d1e89782b88', 'e1');
insert into name ("project", "folded", "run", "entity") values ('default', 'tomas quill', 'run-f10b89bd0f6f7d1e89782b88', 'e2');
insert into claim_part ("project", "run", "entity", "part", "position") values ('default', 'run-0349b38915a016ed070508ea', 'e1', 'speaker', 0);
insert into claim_part ("project", "run", "entity", "part", "position") values ('default', 'run-0349b38915a016ed070508ea', 'e1', 'voice', 0);
insert into claim_part ("project", "run", "entity", "part", "position") values ('default', 'run-0349b38915a016ed070508ea', 'e2', 'speaker', 1);
insert into claim_part ("project", "run", "entity", "part", "position") values ('default', 'run-0349b38915a016ed070508ea', 'e2', 'voice', 1);
insert into claim_part ("project", "run", "entity", "part", "position") values ('default', 'run-e1e729d2e1e3aa2b2db0d0a9', 'e1', 'speaker', 0);
insert into claim_part ("project", "run", "entity", "part", "position") values ('default', 'run-e1e729d2e1e3aa2b2db0d0a9', 'e1', 'voice', 0);
insert into claim_part ("project", "run", "entity", "part", "position") values ('default', 'run-e1e729d2e1e3aa2b2db0d0a9', 'e2', 'speaker', 1);
insert into claim_part ("project", "run", "entity", "part", "position") values ('default', 'run-e1e729d2e1e3aa2b2db0d0a9', 'e2', 'voice', 1);
insert into claim_part ("project", "run", "entity", "part", "position") values ('default', 'run-e1e729d2e1e3aa2b2db0d0a9', 'e1', 'speaker', 2);
insert into claim_part ("project", "run", "entity", "part", "position") values ('default', 'run-e1e729d2e1e3aa2b2db0d0a9', 'e1', 'voice', 2);
insert into claim_part ("project", "run", "entity", "part", "position") values ('default', 'run-f10b89bd0f6f7d1e89782b88', 'e1', 'speaker', 0);
insert into claim_part ("project", "run", "entity", "part", "position") values ('default', 'run-f10b89bd0f6f7d1e89782b88', 'e1', 'voice', 0);
insert into claim_part ("project", "run", "entity", "part", "position") values ('default', 'run-f10b89bd0f6f7d1e89782b88', 'e2', 'speaker', 1);
insert into claim_part ("project", "run", "entity", "part", "position") values ('default', 'run-f10b89bd0f6f7d1e89782b88', 'e2', 'voice', 1);
insert into search_row ("id", "project", "document", "run", "claim", "kind", "part", "start", "end", "speaker", "speaker_name", "earliest", "latest") values (8, 'default', 'doc-724e70c707897b57c975c669', 'run-f10b89bd0f6f7d1e89782b88', 'statement-c9787b2fd685cf0646e903e0', 'statement', null, 36, 112, 'e1', 'Anna Marlow', '2025-06-01', '2025-06-30');
insert into search_row ("id", "project", "document", "run", "claim", "kind", "part", "start", "end", "speaker", "speaker_name", "earliest", "latest") values (9, 'default', 'doc-724e70c707897b57c975c669', 'run-f10b89bd0f6f7d1e89782b88', 'statement-4c46391c97cf47f3249bb8e6', 'statement', null, 114, 174, 'e2', 'Tomas Quill', '2025-06-01', '2025-06-30');
insert into search_row ("id", "project", "document", "run", "claim", "kind", "part", "start", "end", "speaker", "speaker_name", "earliest", "latest") values (10, 'default', 'doc-724e70c707897b57c975c669', 'run-f10b89bd0f6f7d1e89782b88', null, 'passage', 'title', 0, 34, null, null, '2025-06-01', '2025-06-30');
insert into search_row ("id", "project", "document", "run", "claim", "kind", "part", "start", "end", "speaker", "speaker_name", "earliest", "latest") values (11, 'default', 'doc-724e70c707897b57c975c669', 'run-f10b89bd0f6f7d1e89782b88', null, 'passage', 'body', 36, 113, null, null, '2025-06-01', '2025-06-30');
insert into search_row ("id", "project", "document", "run", "claim", "kind", "part", "start", "end", "speaker", "speaker_name", "earliest", "latest") values (12, 'default', 'doc-724e70c707897b57c975c669', 'run-f10b89bd0f6f7d1e89782b88', null, 'passage', 'body', 114, 175, null, null, '2025-06-01', '2025-06-30');
insert into search_row ("id", "project", "document", "run", "claim", "kind", "part", "start", "end", "speaker", "speaker_name", "earliest", "latest") values (13, 'default', 'doc-8e5706bb7f8380399013d356', 'run-0349b38915a016ed070508ea', 'statement-3344b62180e3281e51ee812f', 'statement', null, 39, 97, 'e1', 'Anna Marlow', '2025-04-02', '2025-04-02');
insert into search_row ("id", "project", "document", "run", "claim", "kind", "part", "start", "end", "speaker", "speaker_name", "earliest", "latest") values (14, 'default', 'doc-8e5706bb7f8380399013d356', 'run-0349b38915a016ed070508ea', 'statement-791843d0289035681ac83908', 'statement', null, 99, 165, 'e2', 'Jörg Ebersøn', '2025-04-02', '2025-04-02');
insert into search_row ("id", "project", "document", "run", "claim", "kind", "part", "start", "end", "speaker", "speaker_name", "earliest", "latest") values (15, 'default', 'doc-8e5706bb7f8380399013d356', 'run-0349b38915a016ed070508ea', null, 'passage', 'title', 0, 37, null, null, '2025-04-02', '2025-04-02');
insert into search_row ("id", "project", "document", "run", "claim", "kind", "part", "start", "end", "speaker", "speaker_name", "earliest", "latest") values (16, 'default', 'doc-8e5706bb7f8380399013d356', 'run-0349b38915a016ed070508ea', null, 'passage', 'body', 39, 98, null, null, '2025-04-02', '2025-04-02');
insert into search_row ("id", "project", "document", "run", "claim", "kind", "part", "start", "end", "speaker", "speaker_name", "earliest", "latest") values (17, 'default', 'doc-8e5706bb7f8380399013d356', 'run-0349b38915a016ed070508ea', null, 'passage', 'body', 99, 166, null, null, '2025-04-02', '2025-04-02');
insert into search_row ("id", "project", "document", "run", "claim", "kind", "part", "start", "end", "speaker", "speaker_name", "earliest", "latest") values (18, 'default', 'doc-8e5706bb7f8380399013d356', 'run-0349b38915a016ed070508ea', null, 'passage', 'body', 167, 232, null, null, '2025-04-02', '2025-04-02');
insert into search_words ("rowid", "words", "names") values (8, 'Anna Marlow told reporters the cannery would reopen when the quay is rebuilt', 'Anna Marlow · anna marlow');
insert into search_words ("rowid", "words", "names") values (9, 'Tomas Quill wrote the fishing fleet has nowhere else to land', 'Tomas Quill · tomas quill');
insert into search_words ("rowid", "words", "names") values (10, 'Cannery workers wait for an answer', '');
insert into search_words ("rowid", "words", "names") values (11, 'Anna Marlow told reporters the cannery would reopen when the quay is rebuilt.', '');
insert into search_words ("rowid", "words", "names") values (12, 'Tomas Quill wrote the fishing fleet has nowhere else to land.', '');
insert into search_words ("rowid", "words", "names") values (13, 'Anna Marlow said the old quay will close before the winter', 'Anna Marlow · anna marlow');
insert into search_words ("rowid", "words", "names") values (14, 'Jörg Ebersøn denied that the fishing fleet had been asked to leave', 'Jörg Ebersøn · jorg eberson');
insert into search_words ("rowid", "words", "names") values (15, 'Port of Velmora to close its old quay', '');
insert into search_words ("rowid", "words", "names") values (16, 'Anna Marlow said the old quay will close before the winter.', '');
insert into search_words ("rowid", "words", "names") values (17, 'Jörg Ebersøn denied that the fishing fleet had been asked to leave.', '');
insert into search_words ("rowid", "words", "names") values (18, 'Anna Marlow added nobody at the harbour office has seen the plan.', '');
CREATE INDEX capture_sha256 on capture (project, sha256, recorded);
CREATE INDEX capture_source on capture (project, source);
CREATE INDEX document_recorded on document (project, recorded);
CREATE INDEX document_sha256 on document (project, sha256);
CREATE INDEX run_document on run (project, document, recorded);
CREATE INDEX claim_id on claim (project, id);
CREATE INDEX finding_claim on finding (project, document, claim, recorded);
CREATE INDEX judgement_about on judgement (project, about, recorded);
CREATE UNIQUE INDEX judgement_undone_once on judgement (project, undoes) where undoes is not null;
CREATE VIEW forgotten as
    select forget.project, forget.about as document from judgement as forget
    where forget.kind = 'forget' and not exists (
      select 1 from judgement as undo where undo.project = forget.project and undo.undoes = forget.id);
CREATE VIEW current_run as
    select * from run
    where recorded = (
        select max(recorded) from run as other where other.project = run.project and other.document = run.document)
      and not exists (
        select 1 from forgotten where forgotten.project = run.project and forgotten.document = run.document);
CREATE INDEX name_entity on name (project, run, entity);
CREATE INDEX claim_part_position on claim_part (project, run, position);
CREATE INDEX search_row_document on search_row (project, document);
CREATE TRIGGER log_no_update before update on log
    begin select raise(abort, 'Cannot update log: the record is append-only'); end;
CREATE TRIGGER log_no_delete before delete on log
    begin select raise(abort, 'Cannot delete log: the record is append-only'); end;
CREATE TRIGGER blob_no_update before update on blob
    begin select raise(abort, 'Cannot update blob: the record is append-only'); end;
CREATE TRIGGER blob_no_delete before delete on blob
    begin select raise(abort, 'Cannot delete blob: the record is append-only'); end;
CREATE TRIGGER capture_no_update before update on capture
    begin select raise(abort, 'Cannot update capture: the record is append-only'); end;
CREATE TRIGGER capture_no_delete before delete on capture
    begin select raise(abort, 'Cannot delete capture: the record is append-only'); end;
CREATE TRIGGER document_no_update before update on document
    begin select raise(abort, 'Cannot update document: the record is append-only'); end;
CREATE TRIGGER document_no_delete before delete on document
    begin select raise(abort, 'Cannot delete document: the record is append-only'); end;
CREATE TRIGGER run_no_update before update on run
    begin select raise(abort, 'Cannot update run: the record is append-only'); end;
CREATE TRIGGER run_no_delete before delete on run
    begin select raise(abort, 'Cannot delete run: the record is append-only'); end;
CREATE TRIGGER entity_no_update before update on entity
    begin select raise(abort, 'Cannot update entity: the record is append-only'); end;
CREATE TRIGGER entity_no_delete before delete on entity
    begin select raise(abort, 'Cannot delete entity: the record is append-only'); end;
CREATE TRIGGER mention_no_update before update on mention
    begin select raise(abort, 'Cannot update mention: the record is append-only'); end;
CREATE TRIGGER mention_no_delete before delete on mention
    begin select raise(abort, 'Cannot delete mention: the record is append-only'); end;
CREATE TRIGGER claim_no_update before update on claim
    begin select raise(abort, 'Cannot update claim: the record is append-only'); end;
CREATE TRIGGER claim_no_delete before delete on claim
    begin select raise(abort, 'Cannot delete claim: the record is append-only'); end;
CREATE TRIGGER finding_no_update before update on finding
    begin select raise(abort, 'Cannot update finding: the record is append-only'); end;
CREATE TRIGGER finding_no_delete before delete on finding
    begin select raise(abort, 'Cannot delete finding: the record is append-only'); end;
CREATE TRIGGER judgement_no_update before update on judgement
    begin select raise(abort, 'Cannot update judgement: the record is append-only'); end;
CREATE TRIGGER judgement_no_delete before delete on judgement
    begin select raise(abort, 'Cannot delete judgement: the record is append-only'); end;
pragma application_id = 1215460217;
pragma user_version = 1;
