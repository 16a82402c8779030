-- What does not depend on how many orders there are: desks, facilities, buyers and their people.
-- :desks, :facilities and :buyers are filled in by generate.ts. Every constraint and trigger holds.
CREATE SCHEMA IF NOT EXISTS gen;
CREATE OR REPLACE FUNCTION gen.uid(kind int, n bigint, t timestamptz) RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT (lpad(to_hex((date_part('epoch', t)*1000)::bigint),12,'0')||'7'||lpad(to_hex(kind),3,'0')||'8'||lpad(to_hex(n),15,'0'))::uuid $$;

CREATE UNLOGGED TABLE gen.desk AS
  SELECT 1 AS k, id, code FROM desk
  UNION ALL SELECT k, gen.uid(1,k,timestamptz '2020-04-01'), 'D'||lpad(k::text,2,'0') FROM generate_series(2, :desks) k;
INSERT INTO desk (id, code, name, fee_rate_permille, split_rule, split_measure, answer_working_days, delivery_working_days)
  SELECT id, code, '第'||k||'共同受注窓口（規模試験）', 100, 'WEBSTER', 'YEN', 3, 2 FROM gen.desk WHERE k > 1;
INSERT INTO prefecture SELECT gen.uid(2,k,timestamptz '2020-04-01'), 'P'||lpad(k::text,2,'0'), '第'||k||'県' FROM gen.desk WHERE k > 1;
INSERT INTO prefecture_desk SELECT gen.uid(2,k,timestamptz '2020-04-01'), id FROM gen.desk WHERE k > 1;
INSERT INTO invoice_issuer SELECT id, id, NULL, 'T7123456789012', 'CORPORATION', 'DOWN' FROM gen.desk WHERE k > 1;

-- facilities: desk 1 has 5,000, desk 2 has 500, the others 255 or so
CREATE UNLOGGED TABLE gen.facility AS
  WITH s AS (SELECT id, (row_number() OVER (ORDER BY id))::int AS r FROM facility), c AS (SELECT count(*)::int AS c FROM s)
  SELECT r AS f, s.id, 1 AS desk_k, s.id AS src FROM s
  UNION ALL
  SELECT f, gen.uid(3,f,timestamptz '2020-04-01'),
    CASE WHEN f <= :facilities * 3 / 10 THEN 1 ELSE 2 + f % (:desks - 1) END, s.id
  FROM c, generate_series(c.c + 1, :facilities) f JOIN s ON s.r = 1 + f % (SELECT count(*) FROM facility);
CREATE UNIQUE INDEX ON gen.facility (f);
-- facility-1 of the sample becomes number 1
UPDATE gen.facility SET f = -1 WHERE f = 1;
UPDATE gen.facility SET f = 1 WHERE id = (SELECT organisation_id FROM role_grant g JOIN account a ON a.id=account_id WHERE email='facility-1@yui.example.com') AND f <> -1 ;
UPDATE gen.facility SET f = (SELECT x FROM generate_series(1,120) x WHERE NOT EXISTS (SELECT 1 FROM gen.facility g WHERE g.f = x) LIMIT 1) WHERE f = -1;
ALTER TABLE gen.facility ADD COLUMN dk_i int; UPDATE gen.facility g SET dk_i = r.r FROM (SELECT f, (row_number() OVER (PARTITION BY desk_k ORDER BY f))::int AS r FROM gen.facility) r WHERE r.f = g.f;
CREATE UNIQUE INDEX ON gen.facility (desk_k, dk_i);
INSERT INTO facility (id,name,type_code,capacity_persons,services_text,registry_source,registry_number,created_at,municipality)
  SELECT g.id, f.name||' 第'||g.f, f.type_code, f.capacity_persons, f.services_text, 'SCALE-'||g.desk_k, g.f, now()-interval '4 years', '第'||(g.f % 30)||'市'
  FROM gen.facility g JOIN facility f ON f.id = g.src WHERE g.id <> g.src;
INSERT INTO membership (id, desk_id, facility_id, joined_on)
  SELECT gen.uid(4,g.f,timestamptz '2020-04-01'), d.id, g.id, date '2022-04-01' FROM gen.facility g JOIN gen.desk d ON d.k = g.desk_k WHERE g.id <> g.src;
INSERT INTO capability SELECT gen.uid(5,row_number() OVER (),timestamptz '2020-04-01'), g.id, c.work_type_code, c.seconds_per_unit, c.daily_limit_units, c.minimum_lot, c.lead_days, c.unit_price_sen, c.source, c.is_offered
  FROM gen.facility g JOIN capability c ON c.facility_id = g.src WHERE g.id <> g.src;
INSERT INTO work_week SELECT g.id, w.weekday, w.work_minutes FROM gen.facility g JOIN work_week w ON w.facility_id = g.src WHERE g.id <> g.src;
INSERT INTO service_mention SELECT gen.uid(6,row_number() OVER (),timestamptz '2020-04-01'), g.id, m.position, m.text, m.context, m.work_type_code, m.recognised_by, m.matched_term
  FROM gen.facility g JOIN service_mention m ON m.facility_id = g.src WHERE g.id <> g.src;
INSERT INTO registry_wage SELECT g.id, w.fiscal_year, w.month_yen, w.hour_yen, w.target_month_yen FROM gen.facility g JOIN registry_wage w ON w.facility_id = g.src WHERE g.id <> g.src;
INSERT INTO facility_eligibility SELECT gen.uid(7,row_number() OVER (),timestamptz '2020-04-01'), g.id, e.type_code, date '2022-04-01', NULL, e.evidence, e.recorded_at FROM gen.facility g JOIN facility_eligibility e ON e.facility_id = g.src WHERE g.id <> g.src;
INSERT INTO facility_capacity (facility_id) SELECT id FROM gen.facility WHERE id <> src;

-- buyers: 500 at desk 1, the others spread; number 1 is the company of the sample
CREATE UNLOGGED TABLE gen.buyer AS
  SELECT 1 AS b, id, 1 AS desk_k, (SELECT account_id FROM role_grant WHERE organisation_id = buyer.id LIMIT 1) AS account_id FROM buyer WHERE code='TOSA'
  UNION ALL SELECT b, gen.uid(8,b,timestamptz '2020-04-01'), CASE WHEN b <= :buyers / 10 THEN 1 ELSE 2 + b % (:desks - 1) END, gen.uid(9,b,timestamptz '2020-04-01') FROM generate_series(2, :buyers) b;
ALTER TABLE gen.buyer ADD COLUMN dk_i int; UPDATE gen.buyer g SET dk_i = r.r FROM (SELECT b, (row_number() OVER (PARTITION BY desk_k ORDER BY b))::int AS r FROM gen.buyer) r WHERE r.b = g.b;
CREATE UNIQUE INDEX ON gen.buyer (desk_k, dk_i);
INSERT INTO buyer SELECT id, 'B'||b, CASE WHEN b % 5 = 0 THEN 'GOVERNMENT' ELSE 'COMPANY' END, '株式会社'||(ARRAY['山田','鈴木','佐藤','高橋','田中','渡辺','中村','小林'])[1+b%8]||'商事'||b FROM gen.buyer WHERE b > 1;
INSERT INTO desk_buyer SELECT d.id, b.id FROM gen.buyer b JOIN gen.desk d ON d.k = b.desk_k WHERE b.b > 1;

-- accounts: one for each buyer and facility (password of facility-1@), two coordinators for each desk (password of coordinator@)
INSERT INTO account (id,email,name,password_hash,created_at)
  SELECT account_id, 'buyer-'||b||'@scale.example.com', '発注担当 '||b, (SELECT password_hash FROM account WHERE email='facility-1@yui.example.com'), now()-interval '4 years' FROM gen.buyer WHERE b > 1;
INSERT INTO role_grant SELECT gen.uid(10,b,timestamptz '2020-04-01'), account_id, 'BUYER_ADMIN', id, now()-interval '4 years' FROM gen.buyer WHERE b > 1;
INSERT INTO account (id,email,name,password_hash,created_at)
  SELECT gen.uid(11,f,timestamptz '2020-04-01'), 'f'||f||'@scale.example.com', '事業所担当 '||f, (SELECT password_hash FROM account WHERE email='facility-1@yui.example.com'), now()-interval '4 years' FROM gen.facility g WHERE NOT EXISTS (SELECT 1 FROM role_grant WHERE organisation_id = g.id);
INSERT INTO role_grant SELECT gen.uid(12,f,timestamptz '2020-04-01'), gen.uid(11,f,timestamptz '2020-04-01'), 'FACILITY_ADMIN', id, now()-interval '4 years' FROM gen.facility g WHERE NOT EXISTS (SELECT 1 FROM role_grant WHERE organisation_id = g.id);
INSERT INTO account (id,email,name,password_hash,created_at)
  SELECT gen.uid(13,k*10+x,timestamptz '2020-04-01'), 'c'||k||'-'||x||'@scale.example.com', '窓口担当 '||k||'-'||x, (SELECT password_hash FROM account WHERE email='coordinator@yui.example.com'), now()-interval '4 years' FROM gen.desk, generate_series(1,2) x WHERE k > 1;
INSERT INTO role_grant SELECT gen.uid(14,k*10+x,timestamptz '2020-04-01'), gen.uid(13,k*10+x,timestamptz '2020-04-01'), CASE x WHEN 1 THEN 'DESK_COORDINATOR' ELSE 'DESK_ADMIN' END, id, now()-interval '4 years' FROM gen.desk, generate_series(1,2) x WHERE k > 1;
ALTER TABLE gen.desk ADD COLUMN coord uuid;
UPDATE gen.desk SET coord = CASE WHEN k = 1 THEN (SELECT id FROM account WHERE email='coordinator@yui.example.com') ELSE gen.uid(13,k*10+1,timestamptz '2020-04-01') END;
ALTER TABLE gen.desk ADD COLUMN nf int, ADD COLUMN nb int;
UPDATE gen.desk d SET nf = (SELECT count(*) FROM gen.facility WHERE desk_k = k), nb = (SELECT count(*) FROM gen.buyer WHERE desk_k = k);
