-- :orders orders over four years with all that hangs on them.
SET synchronous_commit = off;
SET work_mem = '256MB';
SET jit = off;
SELECT setseed(0.31);
CREATE UNLOGGED TABLE gen.o AS
WITH p AS (SELECT date_trunc('milliseconds', yui_now()) AS now),
r AS (SELECT n::bigint, now - interval '1461 days' * (1 - (n - 1 + 0.5) / (:orders - 1 + 1)) AS created, now,
        random() AS r1, random() AS r2, random() AS r3, random() AS r4 FROM p, generate_series(1::bigint, :orders::bigint) n),
d AS (SELECT r.*, CASE WHEN r1 < 0.12 THEN 1 WHEN r1 < 0.18 THEN 2 ELSE least(:desks, 3 + floor((r1 - 0.18) / 0.82 * (:desks - 2))::int) END AS k FROM r),
e AS (SELECT d.*, g.id AS desk_id, g.code, g.coord, g.nf,
        -- the company of the sample has a sixth of the orders of the big desk
        CASE WHEN k = 1 AND r2 < 1/6.0 THEN 1 ELSE 1 + least(g.nb-1, floor(g.nb * power(r3, 1.7))::int) END AS bi,
        extract(epoch FROM now - created)/86400 AS age FROM d JOIN gen.desk g USING (k))
SELECT n, gen.uid(100, n, created) AS id, k, e.desk_id, coord, nf, b.id AS buyer_id, b.account_id AS by_account, created, age,
  code||'-'||extract(year FROM created - interval '3 months')||'-'||lpad((n+1000)::text, 7, '0') AS number,
  CASE WHEN age > 75 THEN CASE WHEN r4 < 0.93 THEN 'CLOSED' WHEN r4 < 0.95 THEN 'CANCELLED' WHEN r4 < 0.97 THEN 'REJECTED' WHEN r4 < 0.98 THEN 'WITHDRAWN' ELSE 'QUOTE_EXPIRED' END
       WHEN age > 20 THEN CASE WHEN r4 < 0.6 THEN 'CLOSED' WHEN r4 < 0.9 THEN 'IN_PRODUCTION' WHEN r4 < 0.97 THEN 'DELIVERED' ELSE 'CANCELLED' END
       WHEN age > 8 THEN CASE WHEN r4 < 0.9 THEN 'IN_PRODUCTION' ELSE 'REJECTED' END
       WHEN age > 3 THEN 'QUOTED' WHEN age > 1 THEN 'REVIEWING' ELSE 'SUBMITTED' END AS status,
  CASE WHEN r3 < 0.75 THEN 'DESK_CONTRACT' ELSE 'BROKERED' END AS ctype,
  1 + (n % 4 = 0)::int AS nl,
  CASE WHEN n % 1000 = 7 THEN 50 ELSE (ARRAY[1,2,2,3,3,3,4,4,5,6])[1 + (n % 10)::int] END AS na,
  (ARRAY['BOX_FOLDING','PACKING','BAGGING','LIGHT_WORK'])[1 + (n % 4)::int] AS wt,
  (ARRAY['会員様向け案内状の封入','夏季カタログの発送','贈答用菓子の箱詰め','庁舎前庭の清掃','タオルの袋詰め','部品の組立','名刺の印刷と裁断','データ入力の代行'])[1 + (n % 8)::int]
    ||'（第'||(n % 977)||'回）' AS title
FROM e JOIN gen.buyer b ON b.desk_k = e.k AND b.dk_i = e.bi;
CREATE UNIQUE INDEX ON gen.o (n); ANALYZE gen.o;
ALTER TABLE gen.o ADD COLUMN phase int;
UPDATE gen.o SET phase = CASE WHEN status IN ('IN_PRODUCTION','DELIVERED') THEN 1 WHEN status = 'CLOSED' THEN 2 ELSE 0 END;
-- lines, and a step for each
CREATE UNLOGGED TABLE gen.l AS SELECT o.n, i, gen.uid(101, o.n*4+i, o.created) AS id, gen.uid(102, o.n*4+i, o.created) AS step_id, gen.uid(103, o.n*4+i, o.created + interval '6 days') AS alloc_id FROM gen.o o, generate_series(1, nl) i;
-- shares; every sixth order of the big desk has one with facility-1
CREATE UNLOGGED TABLE gen.a AS
SELECT o.n, x.i, 1 + (x.i % nl)::int AS li, gen.uid(110, o.n*64+x.i, o.created + interval '6 days') AS id, o.id AS o_id, o.desk_id, o.buyer_id, o.ctype, o.phase, o.status AS o_status, o.created, o.wt, o.number,
  f.id AS facility_id, f.f, 100 + ((o.n + x.i) % 200)::int AS units, 3000 + ((o.n % 40) * 50) AS price,
  CASE WHEN phase = 2 THEN 'COMPLETED' WHEN o.status = 'DELIVERED' THEN 'INSPECTED'
       ELSE (ARRAY['ACCEPTED','IN_PROGRESS','IN_PROGRESS','IN_PROGRESS','ACCEPTED','DELIVERED','ACCEPTED','IN_PROGRESS','ACCEPTED','OFFERED'])[1 + ((o.n/10 + x.i) % 10)::int] END AS status,
  gen.uid(120, o.n*64+x.i, o.created + interval '7 days') AS contract_id
FROM gen.o o CROSS JOIN LATERAL (SELECT i, random() AS r FROM generate_series(1, na) i) x
JOIN gen.facility f ON f.desk_k = o.k AND f.dk_i = CASE WHEN o.k = 1 AND x.i = 1 AND o.n % 6 = 0 THEN (SELECT dk_i FROM gen.facility WHERE f = 1) ELSE 1 + least(o.nf-1, floor(o.nf * power(x.r, 1.3))::int) END
WHERE o.phase > 0;
ANALYZE gen.a, gen.l;
SELECT count(*) AS orders, sum((phase=1)::int) AS live, (SELECT count(*) FROM gen.a) AS shares, (SELECT count(*) FROM gen.a WHERE f=1) AS of_facility_1, sum((k=1)::int) AS of_desk_1 FROM gen.o;

INSERT INTO work_order (id,desk_id,number,buyer_id,title,description,is_public_money,status,contract_type,created_by,created_at,submitted_at,ordered_at,accepted_at,delivered_at)
  SELECT id,desk_id,number,buyer_id,title,'',false,status,CASE WHEN phase > 0 THEN ctype END,by_account,created,created + interval '1 minute',
    CASE WHEN phase > 0 THEN created + interval '5 days' END, CASE WHEN phase = 2 THEN created + interval '40 days' END, CASE WHEN phase = 2 OR status='DELIVERED' THEN created + interval '35 days' END FROM gen.o;
INSERT INTO work_order_line (id,work_order_id,position,work_type_code,tax_category,specification,quantity,lot_size,due_on,desk_id,buyer_id)
  SELECT l.id,o.id,l.i,o.wt,'STANDARD','',coalesce(q.units,100),1,(o.created + CASE WHEN phase=1 THEN (yui_now()-o.created)+make_interval(days=>30+(o.n%40)::int) ELSE interval '45 days' END)::date,o.desk_id,o.buyer_id
  FROM gen.l l JOIN gen.o o USING (n) LEFT JOIN (SELECT n, li, sum(units) AS units FROM gen.a GROUP BY 1,2) q ON q.n = l.n AND q.li = l.i;
INSERT INTO step (id,desk_id,work_order_id,work_order_line_id,position,work_type_code,due_on,buyer_id)
  SELECT l.step_id,o.desk_id,o.id,l.id,1,o.wt,(o.created + CASE WHEN phase=1 THEN (yui_now()-o.created)+make_interval(days=>30+(o.n%40)::int) ELSE interval '45 days' END)::date,o.buyer_id FROM gen.l l JOIN gen.o o USING (n);
INSERT INTO quote (id,work_order_id,version,contract_type,status,amount_yen,tax_yen,valid_until,issued_at,desk_id,buyer_id)
  SELECT gen.uid(104,n,created + interval '2 days'),id,1,ctype,CASE WHEN phase>0 THEN 'ACCEPTED' WHEN status='QUOTED' THEN 'ISSUED' WHEN status='CANCELLED' THEN 'DROPPED' ELSE 'EXPIRED' END,100000+(n%900)*1000,10000+(n%900)*100,
    CASE WHEN status='QUOTED' THEN yui_now()+interval '30 days' ELSE created+interval '20 days' END,created+interval '2 days',desk_id,buyer_id FROM gen.o WHERE status NOT IN ('SUBMITTED','REVIEWING','REJECTED','WITHDRAWN');
INSERT INTO quote_line SELECT gen.uid(104,o.n,created + interval '2 days'),l.id,4000,50000 FROM gen.l l JOIN gen.o o USING (n) WHERE status NOT IN ('SUBMITTED','REVIEWING','REJECTED','WITHDRAWN');
INSERT INTO quote_step (quote_id,step_id,work_order_line_id,facility_unit_price_sen) SELECT gen.uid(104,o.n,created + interval '2 days'),l.step_id,l.id,3500 FROM gen.l l JOIN gen.o o USING (n) WHERE status NOT IN ('SUBMITTED','REVIEWING','REJECTED','WITHDRAWN');
INSERT INTO order_terms SELECT id,desk_id,buyer_id,NULL,'PERCENT',100,'BUYER','TAX_EXCLUSIVE',31,1,31,10,false,false FROM gen.o WHERE phase>0;
-- an allocation with only the shares that got something: the product keeps one for every member (see report), which does not fit here
INSERT INTO allocation (id,work_order_line_id,version,status,quantity,placed,unplaced,engine_version,snapshot,snapshot_hash,result,planned_by,planned_at,step_id)
  SELECT l.alloc_id,l.id,1,'APPROVED',300,300,0,'scale','{}',md5(l.id::text),'{}',o.coord,o.created+interval '6 days',l.step_id FROM gen.l l JOIN gen.o o USING (n) WHERE phase>0;
INSERT INTO allocation_share (allocation_id,facility_id,units,reason_code,reason_ja,reason_en,facts)
  SELECT l.alloc_id,a.facility_id,a.units,'LEVEL','他の事業所と同じ水準になるように配分しました。','Brought to the common level.', jsonb_build_object('units',a.units,'weight',20,'balance',0,'loadRatio',1,'nextRatio',null,'facilityId',a.facility_id,'minimumLot',1,'ratioBefore',0,'unitPriceSen',3500,'capacityUnits',900,'entitlementUnits',100,'fairUnits',100,'measurePerUnit',1,'reason',jsonb_build_object('code','LEVEL'))
  FROM gen.a a JOIN gen.l l ON l.n=a.n AND l.i=a.li ON CONFLICT DO NOTHING;
INSERT INTO assignment (id,desk_id,work_order_id,work_order_line_id,allocation_id,facility_id,status,offered_units,accepted_units,unit_price_sen,seconds_per_unit,due_on,answer_by,remind_at,answered_at,done_units,created_at,step_id)
  SELECT a.id,a.desk_id,a.o_id,l.id,l.alloc_id,a.facility_id,a.status,a.units,CASE WHEN a.status<>'OFFERED' THEN a.units END,a.price,60,
    (a.created + CASE WHEN phase=1 THEN (yui_now()-a.created)+make_interval(days=>25+(a.n%40)::int) ELSE interval '40 days' END)::date,
    CASE WHEN a.status='OFFERED' THEN yui_now()+interval '20 days' ELSE a.created+interval '9 days' END,CASE WHEN a.status='OFFERED' THEN yui_now()+interval '18 days' ELSE a.created+interval '8 days' END,
    CASE WHEN a.status<>'OFFERED' THEN a.created+interval '7 days' END,CASE WHEN a.status IN ('ACCEPTED','OFFERED') THEN 0 WHEN a.status='IN_PROGRESS' THEN a.units/2 ELSE a.units END,a.created+interval '6 days',l.step_id
  FROM gen.a a JOIN gen.l l ON l.n=a.n AND l.i=a.li;
INSERT INTO capacity_promise (assignment_id,facility_id,work_type_code,units,seconds_per_unit,start_on,due_on)
  SELECT a.id,facility_id,wt,10,60,yui_now()::date,yui_now()::date+25+(a.n%40)::int FROM gen.a a WHERE status IN ('ACCEPTED','IN_PROGRESS');
UPDATE facility_capacity c SET promised_seconds = s.s FROM (SELECT facility_id, sum(units*seconds_per_unit) AS s FROM capacity_promise GROUP BY 1) s WHERE s.facility_id=c.facility_id;
INSERT INTO delivery SELECT gen.uid(111,n*64+i,created+interval '34 days'),id,units,'',created+interval '34 days' FROM gen.a WHERE status IN ('COMPLETED','DELIVERED','INSPECTED');
INSERT INTO inspection (id,delivery_id,accepted_units,defect_units,inspected_at) SELECT gen.uid(112,n*64+i,created+interval '35 days'),gen.uid(111,n*64+i,created+interval '34 days'),units,0,created+interval '35 days' FROM gen.a WHERE status IN ('COMPLETED','INSPECTED');
INSERT INTO progress_report SELECT gen.uid(113,n*64+i,created+interval '20 days'),id,greatest(1,units/2),'',least(created+interval '20 days', yui_now()) FROM gen.a WHERE status IN ('COMPLETED','IN_PROGRESS') AND i % 2 = 0;
-- contracts: with the buyer, and one for each share
CREATE UNLOGGED TABLE gen.c AS
  SELECT n, gen.uid(121,n,created+interval '5 days') AS id, desk_id, id AS o_id, ctype, 'BUYER_DESK' AS side, buyer_id, NULL::uuid AS facility_id, NULL::uuid AS a_id, phase, created, 120000 AS yen, n*64 AS key, number FROM gen.o WHERE phase>0 AND ctype='DESK_CONTRACT'
  UNION ALL SELECT n, contract_id, desk_id, o_id, ctype, CASE ctype WHEN 'DESK_CONTRACT' THEN 'DESK_FACILITY' ELSE 'BUYER_FACILITY' END, CASE ctype WHEN 'BROKERED' THEN buyer_id END, facility_id, id, phase, created, units*price/100, n*64+i, number FROM gen.a WHERE status<>'OFFERED';
INSERT INTO contract (id,desk_id,work_order_id,type,side,buyer_id,facility_id,assignment_id,status,amount_yen,fulfilled_yen,created_at,concluded_at,fulfilled_at,issued_at,settled_at)
  SELECT id,desk_id,o_id,ctype,side,buyer_id,facility_id,a_id,CASE WHEN phase=2 AND created < yui_now()-interval '75 days' THEN 'SETTLED' WHEN phase=2 THEN 'FULFILLED' ELSE 'CONCLUDED' END,yen,CASE WHEN phase=2 THEN yen END,created+interval '7 days',created+interval '7 days',CASE WHEN phase=2 THEN created+interval '40 days' END,created+interval '7 days',CASE WHEN phase=2 AND created < yui_now()-interval '75 days' THEN created+interval '70 days' END FROM gen.c;
INSERT INTO contract_milestone (contract_id,kind,desk_id,work_order_id,buyer_id,facility_id,due_on,status,reached_on,notices,notice_on)
  SELECT id,k.kind,desk_id,o_id,buyer_id,facility_id,(CASE WHEN phase=1 THEN yui_now()+interval '30 days' ELSE created+interval '45 days' END)::date,CASE WHEN phase=1 OR (k.kind='PAYMENT' AND created > yui_now()-interval '75 days') THEN 'OPEN' ELSE 'REACHED' END,
    CASE WHEN NOT (phase=1 OR (k.kind='PAYMENT' AND created > yui_now()-interval '75 days')) THEN (created+interval '44 days')::date END,0,CASE WHEN phase=1 THEN (yui_now()+interval '25 days')::date END FROM gen.c, (VALUES ('DELIVERY'),('PAYMENT')) k(kind);
INSERT INTO timeline_entry (id,desk_id,contract_id,work_order_id,buyer_id,facility_id,at,kind)
  SELECT gen.uid(122+k.x,key,created+interval '7 days'),desk_id,id,o_id,buyer_id,facility_id,created+interval '7 days',k.kind FROM gen.c, (VALUES (0,'STEP_DRAFT'),(1,'STEP_CONCLUDE')) k(x,kind);
INSERT INTO settlement_line (id,desk_id,work_order_id,contract_id,buyer_id,facility_id,kind,source_key,payer,payee,payer_id,payee_id,description,units,unit,unit_price_sen,pricing,tax_percent,is_reduced_rate,net_yen,tax_yen,gross_yen,traded_on,received_on,due_on,booked_at)
  SELECT gen.uid(130,key,created+interval '40 days'),desk_id,o_id,id,buyer_id,facility_id,'WORK','delivery '||id,CASE side WHEN 'DESK_FACILITY' THEN 'DESK' ELSE 'BUYER' END,CASE side WHEN 'BUYER_DESK' THEN 'DESK' ELSE 'FACILITY' END,
    CASE side WHEN 'DESK_FACILITY' THEN desk_id ELSE buyer_id END,CASE side WHEN 'BUYER_DESK' THEN desk_id ELSE facility_id END,'封入・封かん',100,'通',3500,'TAX_EXCLUSIVE',10,false,yen,yen/10,yen+yen/10,(created+interval '40 days')::date,(created+interval '40 days')::date,(created+interval '75 days')::date,created+interval '40 days'
  FROM gen.c WHERE phase=2;
INSERT INTO invoice (id,desk_id,buyer_id,facility_id,kind,number,issuer_id,recipient_id,payer,payee,payer_id,payee_id,issued_on,traded_from,traded_to,due_on,pricing,tax_rounding,registration_number,by_rate,net_yen,tax_yen,gross_yen,issued_at)
  SELECT gen.uid(131,key,created+interval '41 days'),desk_id,buyer_id,facility_id,CASE side WHEN 'BUYER_DESK' THEN 'INVOICE' ELSE 'PAYMENT_NOTICE' END,'S-'||key,CASE side WHEN 'BUYER_DESK' THEN desk_id ELSE desk_id END,CASE side WHEN 'BUYER_DESK' THEN buyer_id ELSE facility_id END,
    CASE side WHEN 'DESK_FACILITY' THEN 'DESK' ELSE 'BUYER' END,CASE side WHEN 'BUYER_DESK' THEN 'DESK' ELSE 'FACILITY' END,CASE side WHEN 'DESK_FACILITY' THEN desk_id ELSE buyer_id END,CASE side WHEN 'BUYER_DESK' THEN desk_id ELSE facility_id END,
    (created+interval '41 days')::date,(created+interval '40 days')::date,(created+interval '40 days')::date,(created+interval '75 days')::date,'TAX_EXCLUSIVE','DOWN','T7123456789012',
    jsonb_build_array(jsonb_build_object('netYen',yen,'taxYen',yen/10,'taxRate',jsonb_build_object('percent',10,'isReduced',false),'grossYen',yen+yen/10)),yen,yen/10,yen+yen/10,created+interval '41 days'
  FROM gen.c WHERE phase=2 AND side<>'BUYER_FACILITY' AND (side='BUYER_DESK' OR key % 3 = 0);
INSERT INTO invoice_line SELECT gen.uid(131,key,created+interval '41 days'),gen.uid(130,key,created+interval '40 days'),desk_id,buyer_id,facility_id,1 FROM gen.c WHERE phase=2 AND side<>'BUYER_FACILITY' AND (side='BUYER_DESK' OR key % 3 = 0);
INSERT INTO payment (id,desk_id,buyer_id,facility_id,payer,payee,payer_id,payee_id,amount_yen,paid_on,invoice_id,recorded_at)
  SELECT gen.uid(132,key,created+interval '70 days'),desk_id,buyer_id,facility_id,CASE side WHEN 'DESK_FACILITY' THEN 'DESK' ELSE 'BUYER' END,CASE side WHEN 'BUYER_DESK' THEN 'DESK' ELSE 'FACILITY' END,CASE side WHEN 'DESK_FACILITY' THEN desk_id ELSE buyer_id END,CASE side WHEN 'BUYER_DESK' THEN desk_id ELSE facility_id END,yen+yen/10,(created+interval '70 days')::date,NULL,created+interval '70 days'
  FROM gen.c WHERE phase=2 AND created < yui_now()-interval '75 days';
INSERT INTO payment_part SELECT gen.uid(132,key,created+interval '70 days'),id,false,desk_id,o_id,buyer_id,facility_id,yen+yen/10 FROM gen.c WHERE phase=2 AND created < yui_now()-interval '75 days';
-- papers: two of an order (the product issues 15 to 25)
INSERT INTO paper (id,desk_id,kind,number,issuer_kind,issuer_id,recipient_kind,recipient_id,buyer_id,facility_id,work_order_id,source_key,data,issued_on,issued_at,amount_yen,sha256,storage_key,size_bytes,rendered_at)
  SELECT gen.uid(140+x,n,created+x*interval '2 days'),desk_id,CASE x WHEN 0 THEN 'QUOTE' ELSE 'ORDER_ACKNOWLEDGEMENT' END,'S-'||n||'-'||x,'DESK',desk_id,'BUYER',buyer_id,buyer_id,NULL,id,'scale '||n||' '||x,
    jsonb_build_object('kind','QUOTE','issuer',jsonb_build_object('name','共同受注窓口'),'recipient',jsonb_build_object('name',(SELECT name FROM buyer WHERE buyer.id=o.buyer_id)),'works',jsonb_build_array(jsonb_build_object('name',title,'quantity',100,'unit','通'))),
    (created+x*interval '2 days')::date,created+x*interval '2 days',100000+(n%900)*1000,repeat('a',64),'papers/scale/'||n||'-'||x,50000,created+interval '2 days' FROM gen.o o, generate_series(0,1) x WHERE phase>0;
-- notifications: of the coordinator 3 of 4 read; of the buyer and each facility some
INSERT INTO notification (id,event_id,account_id,organisation_id,channel,kind,subject,body,link,status,created_at,sent_at,read_at)
  SELECT gen.uid(150+x,n,created+x*interval '1 day'),gen.uid(150+x,n,created+x*interval '1 day'),CASE WHEN x%2=0 THEN coord ELSE by_account END,CASE WHEN x%2=0 THEN desk_id ELSE buyer_id END,CASE WHEN x<3 THEN 'IN_APP' ELSE 'MAIL' END,'work-order.submitted','【結】新しい案件：'||title,'案件：'||number||'「'||title||'」の件でお知らせします。内容を確かめて、見積を作るか、お断りするかを決めてください。','/desk/orders/'||id,
    CASE WHEN x=3 THEN 'SENT' WHEN age > 400 OR n % 4 > 0 THEN 'READ' ELSE 'UNREAD' END,created+x*interval '1 day',NULL,NULL FROM gen.o, generate_series(0,3) x;
INSERT INTO notification (id,event_id,account_id,organisation_id,channel,kind,subject,body,link,status,created_at)
  SELECT gen.uid(155,n*64+i,a.created+interval '6 days'),gen.uid(155,n*64+i,a.created+interval '6 days'),g.account_id,a.facility_id,'IN_APP','assignment.offered','【結】お仕事のお願い','次の仕事をお願いできますでしょうか。'||a.number,'/facility/assignments/'||a.id,CASE WHEN n % 5 = 0 THEN 'UNREAD' ELSE 'READ' END,a.created+interval '6 days'
  FROM gen.a a JOIN LATERAL (SELECT account_id FROM role_grant WHERE organisation_id=a.facility_id LIMIT 1) g ON true WHERE i <= 2;
-- audit: five of an order; the trigger links them
CREATE TEMP TABLE au AS SELECT row_number() OVER (ORDER BY created+x*interval '2 days') AS rn, gen.uid(160+x,n,created+x*interval '2 days') AS id, created+x*interval '2 days' AS at, desk_id, CASE WHEN x IN (0,4) THEN by_account ELSE coord END AS acc, CASE WHEN x IN (0,4) THEN 'BUYER_ADMIN' ELSE 'DESK_COORDINATOR' END AS role, CASE WHEN x IN (0,4) THEN buyer_id ELSE desk_id END AS org, (ARRAY['workOrder.submit','workOrder.review','quote.issue','assignment.send','workOrder.accept'])[x+1] AS action, id AS subj FROM gen.o, generate_series(0,4) x WHERE created+x*interval '2 days' < yui_now();
INSERT INTO audit_entry (id,at,desk_id,account_id,role,organisation_id,action,subject_type,subject_id,change,request_id) SELECT id,at,desk_id,acc,role,org,action,'WorkOrder',subj,'{"from":"DRAFT","to":"SUBMITTED","reason":"規模試験のために作った記録です"}',id::text FROM au;
INSERT INTO audit_origin SELECT id, desk_id, '203.0.113.'||(rn%250), substr(sha256(id::text::bytea),1,16), at FROM au WHERE at > now()-interval '180 days' AND rn % 2 = 0;
-- outbox of the last 30 days, all of it done
INSERT INTO outbox_event (id,name,desk_id,payload,created_at,publish_at,attempts,acknowledged_at)
  SELECT gen.uid(170,1000 + i,now()-interval '29 days'*(1-i/(:orders / 2)::float)),'notification.queued',(SELECT id FROM gen.desk WHERE k=1),jsonb_build_object('notificationId',gen.uid(150,i,now()),'workOrderId',gen.uid(100,i,now())),now()-interval '29 days'*(1-i/(:orders / 2)::float),NULL,1,now()-interval '29 days'*(1-i/(:orders / 2)::float) FROM generate_series(1,:orders / 2) i;
INSERT INTO inbox_entry SELECT 'mail', gen.uid(170,1000 + i,now()-interval '29 days'*(1-i/(:orders / 2)::float)), now()-interval '29 days'*(1-i/(:orders / 2)::float) FROM generate_series(1,:orders / 2) i;
INSERT INTO idempotency_key SELECT coord, 'scale-key-'||n, 'reviewWorkOrder', md5(n::text), '{}', now()-interval '6 days' FROM gen.o WHERE age < 40;
INSERT INTO work_order_number SELECT id, 2026, 2000000 FROM gen.desk ON CONFLICT (desk_id, fiscal_year) DO UPDATE SET last_number = 2000000;
DROP TABLE au;

-- A call for every twentieth order, with ten invitations and six answers; 2 in 100 are open.
INSERT INTO call (id,desk_id,work_order_id,work_order_line_id,step_id,status,title,work_type_code,specification,audience,quantity,due_on,closes_at,is_closed_when_enough,closed_at,closing,created_by,created_at)
  SELECT gen.uid(180,o.n,o.created),o.desk_id,o.id,gen.uid(101,o.n*4+1,o.created),gen.uid(102,o.n*4+1,o.created),CASE WHEN age < 20 THEN 'OPEN' ELSE 'USED' END,o.title,o.wt,'','CHOSEN',300,(o.created+interval '40 days')::date,CASE WHEN age < 20 THEN yui_now()+interval '20 days' ELSE o.created+interval '5 days' END,false,CASE WHEN age >= 20 THEN o.created+interval '5 days' END,CASE WHEN age >= 20 THEN 'DEADLINE' END,o.coord,o.created+interval '2 days' FROM gen.o o WHERE n % 20 = 0;
INSERT INTO call_invitation SELECT gen.uid(180,o.n,o.created),f.id,o.desk_id FROM gen.o o CROSS JOIN generate_series(0,9) x JOIN gen.facility f ON f.desk_k=o.k AND f.dk_i=CASE WHEN x=0 THEN (SELECT CASE WHEN o.k=1 THEN (SELECT dk_i FROM gen.facility WHERE f=1) ELSE 1 END) ELSE 2+(o.n*7+x*3)%(o.nf-10) END WHERE n % 20 = 0 ON CONFLICT DO NOTHING;
INSERT INTO call_response (id,call_id,desk_id,facility_id,version,status,units,unit_price_sen,earliest_finish_on,is_late,answered_at)
  SELECT gen.uid(181,row_number() OVER () + 10,c.created_at),i.call_id,i.desk_id,i.facility_id,1,'CAN',50,3500,(c.created_at+interval '20 days')::date,false,c.created_at+interval '1 day'
  FROM call_invitation i JOIN call c ON c.id=i.call_id JOIN gen.o o ON gen.uid(180,o.n,o.created)=c.id WHERE o.n % 20 = 0 AND ('x'||substr(i.facility_id::text,35,2))::bit(8)::int % 10 < 6;

-- Orders that were placed and of which nothing is offered yet: as many at every size.
CREATE TEMP TABLE placed AS SELECT d.k*1000+i AS n, d.id AS desk_id, d.code, d.coord, b.id AS buyer_id, b.account_id, yui_now() - interval '1 hour' AS t, (ARRAY['BOX_FOLDING','BAGGING','PACKING','LIGHT_WORK'])[1+i%4] AS wt FROM gen.desk d JOIN gen.buyer b ON b.desk_k=d.k AND b.dk_i=1, generate_series(1, 5) i WHERE d.k = 1;
INSERT INTO work_order (id,desk_id,number,buyer_id,title,is_public_money,status,contract_type,created_by,created_at,submitted_at,ordered_at) SELECT gen.uid(200,n,t),desk_id,code||'-2026-X'||n,buyer_id,'開いている案件 '||n,false,'ORDERED','DESK_CONTRACT',account_id,t,t,t FROM placed;
INSERT INTO work_order_line (id,work_order_id,position,work_type_code,tax_category,quantity,due_on,desk_id,buyer_id) SELECT gen.uid(201,n,t),gen.uid(200,n,t),1,wt,'STANDARD',2000,(t+make_interval(days=>50+(n%20)::int))::date,desk_id,buyer_id FROM placed;
INSERT INTO step (id,desk_id,work_order_id,work_order_line_id,position,work_type_code,due_on,buyer_id) SELECT gen.uid(202,n,t),desk_id,gen.uid(200,n,t),gen.uid(201,n,t),1,wt,(t+make_interval(days=>50+(n%20)::int))::date,buyer_id FROM placed;
INSERT INTO quote (id,work_order_id,version,contract_type,status,amount_yen,tax_yen,valid_until,issued_at,desk_id,buyer_id) SELECT gen.uid(203,n,t),gen.uid(200,n,t),1,'DESK_CONTRACT','ACCEPTED',100000,10000,t+interval '9 days',t,desk_id,buyer_id FROM placed;
INSERT INTO quote_line SELECT gen.uid(203,n,t),gen.uid(201,n,t),5000,100000 FROM placed;
INSERT INTO quote_step (quote_id,step_id,work_order_line_id,facility_unit_price_sen) SELECT gen.uid(203,n,t),gen.uid(202,n,t),gen.uid(201,n,t),4500 FROM placed;
INSERT INTO order_terms SELECT gen.uid(200,n,t),desk_id,buyer_id,NULL,'PERCENT',100,'BUYER','TAX_EXCLUSIVE',31,1,31,10,false,false FROM placed;
INSERT INTO contract (id,desk_id,work_order_id,type,side,buyer_id,status,amount_yen,created_at,concluded_at,issued_at) SELECT gen.uid(204,n,t),desk_id,gen.uid(200,n,t),'DESK_CONTRACT','BUYER_DESK',buyer_id,'CONCLUDED',100000,t,t,t FROM placed;
INSERT INTO contract_milestone (contract_id,kind,desk_id,work_order_id,buyer_id,due_on,status,notices,notice_on) SELECT gen.uid(204,n,t),'DELIVERY',desk_id,gen.uid(200,n,t),buyer_id,(t+interval '60 days')::date,'OPEN',0,(t+interval '50 days')::date FROM placed;
DROP TABLE placed;
