/** The 86 small and large kana from this code point on: katakana and hiragana stand in the same order. */
const kana = (first: number): string =>
  String.fromCodePoint(...Array.from({ length: 86 }, (_, index) => first + index));

/**
 * What policies ask: who acts, and with whom that organisation has to do. UnitOfWork sets `yui.kind`, `yui.organisation_id`,
 * `yui.account_id` and `yui.reach` at the start of each transaction; when nothing is set, every answer is null or empty.
 *
 * Functions that look into tables run with the rights of the owner (SECURITY DEFINER), or a policy would ask for itself.
 */
export const FUNCTIONS = `
  CREATE OR REPLACE FUNCTION yui_fold(written text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT lower(translate(regexp_replace(normalize(written, NFKC), '[[:space:]]+', '', 'g'),
      '${kana(0x30a1)}', '${kana(0x3041)}')) $$;
  COMMENT ON FUNCTION yui_fold IS
    'The form in which what is looked for and what is found are compared: width, case, kana and spaces do not matter.';

  CREATE OR REPLACE FUNCTION yui_kind() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT current_setting('yui.kind', true) $$;
  COMMENT ON FUNCTION yui_kind IS 'DESK, BUYER, FACILITY, PREFECTURE, PLATFORM, SYSTEM; empty or null: nobody.';

  CREATE OR REPLACE FUNCTION yui_own(kind text) RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT CASE WHEN current_setting('yui.kind', true) = kind
                 THEN nullif(current_setting('yui.organisation_id', true), '')::uuid END $$;
  COMMENT ON FUNCTION yui_own IS 'The acting organisation, if it is one of this kind.';

  CREATE OR REPLACE FUNCTION yui_organisation() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT nullif(current_setting('yui.organisation_id', true), '')::uuid $$;

  CREATE OR REPLACE FUNCTION yui_account() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT nullif(current_setting('yui.account_id', true), '')::uuid $$;

  CREATE OR REPLACE FUNCTION yui_is_writing() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT coalesce(current_setting('yui.reach', true) = 'DESKS', false) $$;

  CREATE OR REPLACE FUNCTION yui_desks() RETURNS uuid[] LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER
    SET search_path = public, pg_temp AS $$
    BEGIN
      IF yui_kind() = 'DESK' THEN RETURN ARRAY[yui_own('DESK')]; END IF;
      IF NOT yui_is_writing() THEN RETURN '{}'; END IF;
      RETURN CASE yui_kind()
        WHEN 'BUYER' THEN ARRAY(SELECT desk_id FROM desk_buyer WHERE buyer_id = yui_own('BUYER'))
        WHEN 'FACILITY' THEN ARRAY(SELECT DISTINCT desk_id FROM membership WHERE facility_id = yui_own('FACILITY'))
        ELSE '{}' END;
    END $$;
  COMMENT ON FUNCTION yui_desks IS
    'The own desk; for a buyer or a facility, while writing, the desks it has to do with, or had: running work is finished.';

  CREATE OR REPLACE FUNCTION yui_overseen() RETURNS uuid[] LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER
    SET search_path = public, pg_temp AS $$
    BEGIN
      RETURN ARRAY(SELECT desk_id FROM prefecture_desk WHERE prefecture_id = yui_own('PREFECTURE'));
    END $$;

  CREATE OR REPLACE FUNCTION yui_orders_found(wanted text, digits text) RETURNS SETOF uuid
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DECLARE
      party uuid := coalesce(yui_own('DESK'), yui_own('BUYER'));
      folded text := yui_fold(wanted);
      pairs bigint[] := yui_pairs(party, folded);
    BEGIN
      IF party IS NULL OR folded = '' THEN RETURN; END IF;
      IF pairs = '{}' THEN
        -- One sign is in most titles: the newest are soon found.
        RETURN QUERY SELECT id FROM work_order
          WHERE (desk_id = party OR buyer_id = party) AND strpos(yui_fold(number || ' ' || title), folded) > 0
          ORDER BY created_at DESC, id DESC LIMIT 1000;
      ELSE
        RETURN QUERY SELECT id FROM work_order
          WHERE yui_order_pairs(desk_id, buyer_id, number, title) @> pairs AND (desk_id = party OR buyer_id = party)
            AND (strpos(yui_fold(title), folded) > 0
              OR CASE WHEN digits = '' THEN strpos(yui_fold(number), folded) > 0 ELSE right(number, length(digits)) = digits END)
          ORDER BY created_at DESC, id DESC LIMIT 1000;
      END IF;
      RETURN QUERY SELECT found.id FROM buyer, LATERAL (
          SELECT work_order.id FROM work_order
          WHERE work_order.buyer_id = buyer.id AND (work_order.desk_id = party OR work_order.buyer_id = party)
          ORDER BY work_order.created_at DESC, work_order.id DESC LIMIT 1000) AS found
        WHERE strpos(yui_fold(buyer.name), folded) > 0
          AND (buyer.id = party OR EXISTS (SELECT 1 FROM desk_buyer WHERE desk_id = party AND buyer_id = buyer.id)) LIMIT 1000;
      RETURN QUERY SELECT found.work_order_id FROM work_type, LATERAL (
          SELECT line.work_order_id FROM work_order_line line
          WHERE line.work_type_code = work_type.code AND line.desk_id = party ORDER BY line.id DESC LIMIT 1000) AS found
        WHERE strpos(yui_fold(work_type.name_ja), folded) > 0 OR strpos(yui_fold(work_type.name_en), folded) > 0 LIMIT 1000;
      RETURN QUERY SELECT found.work_order_id FROM work_type, LATERAL (
          SELECT line.work_order_id FROM work_order_line line
          WHERE line.work_type_code = work_type.code AND line.buyer_id = party ORDER BY line.id DESC LIMIT 1000) AS found
        WHERE strpos(yui_fold(work_type.name_ja), folded) > 0 OR strpos(yui_fold(work_type.name_en), folded) > 0 LIMIT 1000;
    END $$;
  COMMENT ON FUNCTION yui_orders_found IS
    'The newest orders of the acting desk or buyer with this in number, title, name of buyer or kind of work; digits: how the number ends.';

  CREATE OR REPLACE FUNCTION yui_order_without_audit(asked_desk uuid) RETURNS uuid
    LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      RETURN (SELECT id FROM work_order WHERE desk_id = asked_desk
                AND NOT EXISTS (SELECT 1 FROM audit_entry WHERE subject_id = work_order.id AND audit_entry.desk_id = asked_desk)
              ORDER BY id LIMIT 1);
    END $$;
  COMMENT ON FUNCTION yui_order_without_audit IS
    'An order of the desk that no entry of its audit speaks of, or null: for whoever verifies the audit, and sees no orders.';

  CREATE OR REPLACE FUNCTION yui_audience(
    asked_order uuid, asked_assignment uuid, asked_notification uuid,
    OUT of_buyer uuid, OUT of_facility uuid, OUT of_told uuid)
    LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      IF yui_kind() = 'SYSTEM' THEN
        of_buyer := (SELECT buyer_id FROM work_order WHERE id = asked_order);
        of_facility := (SELECT facility_id FROM assignment WHERE id = asked_assignment);
        of_told := (SELECT organisation_id FROM notification WHERE id = asked_notification);
      END IF;
    END $$;
  COMMENT ON FUNCTION yui_audience(uuid, uuid, uuid) IS
    'Whom an event concerns besides its desk: ids of organisations, for the process that tells open pages of it.';

  CREATE OR REPLACE FUNCTION yui_takes_part(asked_order uuid) RETURNS boolean
    LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      RETURN EXISTS (SELECT 1 FROM assignment WHERE work_order_id = asked_order
                       AND facility_id = yui_own('FACILITY') AND answer_by IS NOT NULL)
        OR EXISTS (SELECT 1 FROM contract WHERE work_order_id = asked_order AND facility_id = yui_own('FACILITY'))
        OR EXISTS (SELECT 1 FROM call JOIN call_invitation ON call_id = call.id
                   WHERE work_order_id = asked_order AND facility_id = yui_own('FACILITY'));
    END $$;
  COMMENT ON FUNCTION yui_takes_part(uuid) IS 'Whether work of this order was offered to the acting facility.';

  CREATE OR REPLACE FUNCTION yui_takes_part_in_line(asked_line uuid) RETURNS boolean
    LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      RETURN EXISTS (SELECT 1 FROM assignment WHERE work_order_line_id = asked_line
                       AND facility_id = yui_own('FACILITY') AND answer_by IS NOT NULL)
        OR EXISTS (SELECT 1 FROM call JOIN call_invitation ON call_id = call.id
                   WHERE work_order_line_id = asked_line AND facility_id = yui_own('FACILITY'));
    END $$;

  CREATE OR REPLACE FUNCTION yui_leads(asked_order uuid) RETURNS boolean
    LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      RETURN EXISTS (SELECT 1 FROM work_order WHERE id = asked_order AND lead_facility_id = yui_own('FACILITY'));
    END $$;
  COMMENT ON FUNCTION yui_leads IS 'Whether the desk named the acting facility the lead of the order (まとめ役).';

  CREATE OR REPLACE FUNCTION yui_is_in_team(asked_facility uuid) RETURNS boolean
    LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      RETURN EXISTS (SELECT 1 FROM assignment JOIN work_order ON work_order.id = work_order_id
                     WHERE facility_id = asked_facility AND lead_facility_id = yui_own('FACILITY'));
    END $$;
  COMMENT ON FUNCTION yui_is_in_team IS 'Whether the facility works on an order that the acting facility leads.';

  CREATE OR REPLACE FUNCTION yui_attended_facilities(asked uuid[]) RETURNS SETOF uuid
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      RETURN QUERY SELECT DISTINCT organisation_id FROM role_grant JOIN account ON account.id = account_id
        WHERE organisation_id = ANY(asked) AND revoked_at IS NULL AND NOT is_disabled AND starts_with(role, 'FACILITY_')
          AND EXISTS (SELECT 1 FROM membership WHERE facility_id = organisation_id AND desk_id = yui_own('DESK'));
    END $$;
  COMMENT ON FUNCTION yui_attended_facilities IS
    'Of these facilities of the acting desk those with somebody who can answer; who that is, it does not say.';

  CREATE OR REPLACE FUNCTION yui_works_for_buyer(asked_facility uuid) RETURNS boolean
    LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      RETURN EXISTS (SELECT 1 FROM contract WHERE facility_id = asked_facility AND buyer_id = yui_own('BUYER'))
        OR EXISTS (SELECT 1 FROM work_order JOIN assignment ON assignment.work_order_id = work_order.id
                   WHERE buyer_id = yui_own('BUYER') AND contract_type = 'BROKERED' AND facility_id = asked_facility)
        OR EXISTS (SELECT 1 FROM quote JOIN quote_candidate ON quote_id = quote.id
                   WHERE buyer_id = yui_own('BUYER') AND facility_id = asked_facility);
    END $$;
  COMMENT ON FUNCTION yui_works_for_buyer IS 'Whether the acting buyer deals with the facility itself, or it is proposed: not where the desk is in between (契約型).';

  CREATE OR REPLACE FUNCTION yui_serves_buyer(asked_facility uuid) RETURNS boolean
    LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      RETURN EXISTS (SELECT 1 FROM membership JOIN desk_buyer USING (desk_id)
                     WHERE facility_id = asked_facility AND buyer_id = yui_own('BUYER'));
    END $$;
  COMMENT ON FUNCTION yui_serves_buyer IS 'Whether the facility is, or was, registered with a desk the acting buyer orders from.';

  CREATE OR REPLACE FUNCTION yui_registered(desks uuid[]) RETURNS SETOF uuid
    LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      RETURN QUERY SELECT facility_id FROM membership WHERE desk_id = ANY (desks);
    END $$;
  COMMENT ON FUNCTION yui_registered IS 'The facilities that are, or were, registered with these desks. Asked once for each statement.';

  CREATE OR REPLACE FUNCTION yui_members(desks uuid[]) RETURNS SETOF uuid
    LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      RETURN QUERY SELECT facility_id FROM membership WHERE desk_id = ANY (desks) AND left_on IS NULL;
    END $$;
  COMMENT ON FUNCTION yui_members IS 'The facilities that are registered with these desks. Asked once for each statement.';

  CREATE OR REPLACE FUNCTION yui_knew(desks uuid[], asked_facility uuid, at timestamptz) RETURNS boolean
    LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      RETURN EXISTS (SELECT 1 FROM membership WHERE facility_id = asked_facility AND desk_id = ANY (desks)
                       AND (left_on IS NULL
                            OR at < coalesce(left_at, (left_on + 1)::timestamp AT TIME ZONE 'Asia/Tokyo')));
    END $$;
  COMMENT ON FUNCTION yui_knew IS
    'Whether the facility is registered with one of these desks, or left it only after this time: what it said until then is known there.';

  CREATE OR REPLACE FUNCTION yui_orders_from(asked_buyer uuid, desks uuid[]) RETURNS boolean
    LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      RETURN EXISTS (SELECT 1 FROM desk_buyer WHERE buyer_id = asked_buyer AND desk_id = ANY (desks));
    END $$;
  COMMENT ON FUNCTION yui_orders_from IS 'Whether the buyer orders from one of these desks.';

  CREATE OR REPLACE FUNCTION yui_deals_directly(asked_order uuid) RETURNS boolean
    LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      RETURN EXISTS (SELECT 1 FROM work_order
                     WHERE id = asked_order AND buyer_id = yui_own('BUYER') AND contract_type = 'BROKERED');
    END $$;
  COMMENT ON FUNCTION yui_deals_directly IS
    'Whether the order is one of the acting buyer in which it deals with the facilities itself (仲介型).';

  CREATE OR REPLACE FUNCTION units_of_lines(asked_lines uuid[])
    RETURNS TABLE (step_id uuid, status text, offered_units bigint, accepted_units bigint, reduced_units bigint, done_units bigint)
    LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      RETURN QUERY SELECT a.step_id, a.status, a.offered_units::bigint, a.accepted_units::bigint, a.reduced_units::bigint,
          a.done_units::bigint
        FROM assignment a JOIN work_order o ON o.id = a.work_order_id
        WHERE a.work_order_line_id = ANY (asked_lines) AND (o.buyer_id = yui_own('BUYER') OR o.desk_id = ANY (yui_desks()));
    END $$;
  COMMENT ON FUNCTION units_of_lines IS
    'How far the lines of the acting desk or buyer are, without who makes them and for how much: that a buyer may not see.';

  CREATE OR REPLACE FUNCTION yui_step_is_of(asked_step uuid, desks uuid[]) RETURNS boolean
    LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      RETURN EXISTS (SELECT 1 FROM step WHERE id = asked_step AND desk_id = ANY (desks));
    END $$;

  CREATE OR REPLACE FUNCTION yui_knows_desk(asked_desk uuid) RETURNS boolean
    LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      RETURN CASE yui_kind()
        WHEN 'BUYER' THEN
          EXISTS (SELECT 1 FROM desk_buyer WHERE desk_id = asked_desk AND buyer_id = yui_own('BUYER'))
        WHEN 'FACILITY' THEN
          EXISTS (SELECT 1 FROM membership WHERE desk_id = asked_desk AND facility_id = yui_own('FACILITY'))
        WHEN 'PREFECTURE' THEN asked_desk = ANY (yui_overseen())
        ELSE false END;
    END $$;
  COMMENT ON FUNCTION yui_knows_desk IS 'Whether the acting buyer, facility or prefecture has to do with the desk, or had.';

  CREATE OR REPLACE FUNCTION yui_holds_role_for(asked_organisation uuid) RETURNS boolean
    LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      RETURN EXISTS (SELECT 1 FROM role_grant WHERE account_id = yui_account()
                       AND organisation_id = asked_organisation AND revoked_at IS NULL);
    END $$;
  COMMENT ON FUNCTION yui_holds_role_for IS 'Whether the acting person also acts for this organisation.';

  CREATE OR REPLACE FUNCTION yui_is_prefecture(asked_organisation uuid) RETURNS boolean
    LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      RETURN EXISTS (SELECT 1 FROM prefecture WHERE id = asked_organisation);
    END $$;

  CREATE OR REPLACE FUNCTION yui_knows_account(asked_account uuid) RETURNS boolean
    LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      RETURN EXISTS (SELECT 1 FROM role_grant WHERE account_id = asked_account
                       AND (organisation_id = yui_organisation()
                            OR yui_kind() = 'PLATFORM' AND yui_is_prefecture(organisation_id)))
        OR EXISTS (SELECT 1 FROM audit_entry WHERE account_id = asked_account AND desk_id = yui_own('DESK'));
    END $$;
  COMMENT ON FUNCTION yui_knows_account IS 'Whether the account holds a role the actor may see, or acted at the own desk.';

  CREATE OR REPLACE FUNCTION yui_prefecture_of(asked_facility uuid) RETURNS uuid
    LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      RETURN (SELECT p.prefecture_id FROM membership m JOIN prefecture_desk p USING (desk_id)
              WHERE m.facility_id = asked_facility ORDER BY m.left_on IS NOT NULL, m.registered_at, p.prefecture_id LIMIT 1);
    END $$;
  COMMENT ON FUNCTION yui_prefecture_of IS
    'The prefecture whose rules a facility counts by: that of the desk it joined first and has not left.';

  CREATE OR REPLACE FUNCTION yui_is_free(asked_facility uuid) RETURNS boolean
    LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      RETURN NOT EXISTS (SELECT 1 FROM membership WHERE facility_id = asked_facility AND left_on IS NULL)
        AND NOT EXISTS (SELECT 1 FROM role_grant WHERE organisation_id = asked_facility AND revoked_at IS NULL);
    END $$;
  COMMENT ON FUNCTION yui_is_free IS
    'Whether no desk keeps the facility and nobody speaks for it: whoever imports it next does. Any other one has to agree.';

  CREATE OR REPLACE FUNCTION yui_agreed(asked_organisation uuid) RETURNS boolean
    LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      RETURN EXISTS (SELECT 1 FROM registration_code WHERE organisation_id = asked_organisation
                       AND used_by_desk = yui_own('DESK') AND used_at = now());
    END $$;
  COMMENT ON FUNCTION yui_agreed IS 'Whether the acting desk has used a code of this buyer or facility in this transaction.';

  CREATE OR REPLACE FUNCTION yui_is_new_buyer(asked_buyer uuid) RETURNS boolean
    LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      RETURN NOT EXISTS (SELECT 1 FROM desk_buyer WHERE buyer_id = asked_buyer);
    END $$;
`;
