CREATE TABLE "join_codes" (
	"account" text PRIMARY KEY NOT NULL,
	"code_hash" text NOT NULL,
	"member" jsonb NOT NULL,
	"only_for" text,
	"until" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "join_codes_hash" UNIQUE("code_hash")
);
--> statement-breakpoint
CREATE TABLE "join_tries" (
	"account" text PRIMARY KEY NOT NULL,
	"tries" integer NOT NULL,
	"since" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "joined_accounts" (
	"account" text PRIMARY KEY NOT NULL,
	"person" text NOT NULL,
	"member" jsonb NOT NULL,
	"joined_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "joined_accounts_of" ON "joined_accounts" USING btree ("person");--> statement-breakpoint
CREATE INDEX "votes_by_voter" ON "votes" USING btree ("voter");--> statement-breakpoint
-- All accounts of whoever has this one, itself among them. Where accounts are one person, it is found out by this only.
CREATE FUNCTION "accounts_of"(named text) RETURNS text[] LANGUAGE sql STABLE AS
$$ SELECT coalesce(
  (SELECT array_agg(each.account) FROM joined_accounts mine JOIN joined_accounts each ON each.person = mine.person
    WHERE mine.account = named),
  ARRAY[named]) $$;
--> statement-breakpoint
-- Whether one of the accounts asked for it, or for what was merged into it and has its clip.
CREATE FUNCTION "is_own"(accounts text[], target_kind text, target text) RETURNS boolean LANGUAGE sql STABLE AS
$$ SELECT EXISTS (
  SELECT FROM requests r WHERE r.requester = ANY (accounts) AND (r.id = target
    OR (target_kind = 'clip' AND r.body #>> '{merged,into}' IS NOT NULL AND clip_of(r.id) = target))) $$;
--> statement-breakpoint
-- Whether no vote of theirs about it, by whichever of their accounts, is held or void.
CREATE FUNCTION "has_voice"(accounts text[], held_kind text, held_target text) RETURNS boolean LANGUAGE sql STABLE AS
$$ SELECT NOT EXISTS (
  SELECT FROM held_votes h WHERE h.kind = held_kind AND h.target_id = held_target AND h.voter = ANY (accounts)
    AND h.standing <> 'released') $$;
--> statement-breakpoint
-- What is counted: no vote that is held or void, and one of a person whose accounts are joined, the first.
CREATE OR REPLACE VIEW "counted_votes" AS
SELECT v.kind, v.target_id, v.voter, v.at, coalesce(j.person, v.voter) AS person
FROM votes v LEFT JOIN joined_accounts j ON j.account = v.voter
WHERE NOT EXISTS (
    SELECT FROM held_votes h
    WHERE h.kind = v.kind AND h.target_id = v.target_id AND h.voter = v.voter AND h.standing <> 'released')
  AND (j.person IS NULL OR (
    has_voice(accounts_of(v.voter), v.kind, v.target_id) AND NOT is_own(accounts_of(v.voter), v.kind, v.target_id)
    AND NOT EXISTS (
      SELECT FROM joined_accounts o JOIN votes w ON w.voter = o.account
      WHERE o.person = j.person AND w.kind = v.kind AND w.target_id = v.target_id
        AND (w.at, w.voter) < (v.at, v.voter))));
--> statement-breakpoint
CREATE OR REPLACE VIEW "counted_duels" AS
SELECT d.seq, d.call_id, d.first, d.second, d.voter, d.answer, d.at
FROM duels d LEFT JOIN joined_accounts j ON j.account = d.voter
WHERE NOT EXISTS (
    SELECT FROM held_votes h
    WHERE h.kind = 'duel' AND h.target_id = d.first || '/' || d.second AND h.voter = d.voter AND h.standing <> 'released')
  AND (j.person IS NULL OR (
    has_voice(accounts_of(d.voter), 'duel', d.first || '/' || d.second)
    AND NOT is_own(accounts_of(d.voter), 'clip', d.first) AND NOT is_own(accounts_of(d.voter), 'clip', d.second)
    AND NOT EXISTS (
      SELECT FROM joined_accounts o JOIN duels e ON e.voter = o.account
      WHERE o.person = j.person AND e.first = d.first AND e.second = d.second AND e.seq < d.seq)));
--> statement-breakpoint
-- Who saw a clip, for its standing: whose vote does not count is no viewer either.
CREATE VIEW "counted_views" AS
SELECT c.clip_id, c.viewer, c.at, coalesce(j.person, c.viewer) AS person
FROM clip_views c LEFT JOIN joined_accounts j ON j.account = c.viewer
WHERE NOT EXISTS (
    SELECT FROM held_votes h
    WHERE h.kind = 'clip' AND h.target_id = c.clip_id AND h.voter = c.viewer AND h.standing <> 'released')
  AND (j.person IS NULL OR (
    has_voice(accounts_of(c.viewer), 'clip', c.clip_id) AND NOT is_own(accounts_of(c.viewer), 'clip', c.clip_id)));
--> statement-breakpoint
CREATE FUNCTION "recount_wanted_by"(accounts text[]) RETURNS void LANGUAGE plpgsql AS
$$ BEGIN
  PERFORM recount_wanted(target_id) FROM (
    SELECT DISTINCT target_id FROM votes WHERE kind = 'request' AND voter = ANY (accounts) ORDER BY target_id) AS wanted;
END $$;
--> statement-breakpoint
-- See `JoinStore.join`. One after another: of two at once, each might join to a person that the other just changed.
CREATE FUNCTION "join_accounts"(given text, joining jsonb, joining_account text, called text, fresh_person text, moment timestamptz, most integer)
RETURNS jsonb LANGUAGE plpgsql AS
$$ DECLARE
  code join_codes;
  everybody text[];
  chosen text;
BEGIN
  LOCK TABLE joined_accounts IN SHARE ROW EXCLUSIVE MODE;
  SELECT * INTO code FROM join_codes WHERE code_hash = given AND until > moment AND only_for IS NOT DISTINCT FROM called;
  IF NOT FOUND THEN RETURN '{"outcome": "no-such-code"}'; END IF;
  IF code.account = joining_account THEN RETURN '{"outcome": "own-code"}'; END IF;
  IF code.account = ANY (accounts_of(joining_account)) THEN RETURN '{"outcome": "joined-before"}'; END IF;
  everybody := accounts_of(code.account) || accounts_of(joining_account);
  IF cardinality(everybody) > most THEN RETURN '{"outcome": "too-many-accounts"}'; END IF;
  DELETE FROM join_codes WHERE account = code.account;
  SELECT coalesce(min(person), fresh_person) INTO chosen FROM joined_accounts WHERE account = ANY (everybody);
  UPDATE joined_accounts SET person = chosen WHERE account = ANY (everybody);
  INSERT INTO joined_accounts (account, person, member, joined_at)
  VALUES (code.account, chosen, code.member, moment), (joining_account, chosen, joining, moment) ON CONFLICT DO NOTHING;
  INSERT INTO desk_audit (at, event) SELECT moment, jsonb_build_object('kind', 'accounts-joined', 'person', chosen,
    'platforms', (SELECT jsonb_agg(split_part(account, ':', 1) ORDER BY joined_at, account) FROM joined_accounts WHERE person = chosen));
  PERFORM recount_wanted_by(everybody);
  RETURN jsonb_build_object('outcome', 'joined', 'to', code.member);
END $$;
--> statement-breakpoint
-- See `JoinStore.part`. One account alone is no person.
CREATE FUNCTION "part_account"(leaving text, moment timestamptz) RETURNS boolean LANGUAGE plpgsql AS
$$ DECLARE
  everybody text[];
  whose text;
BEGIN
  LOCK TABLE joined_accounts IN SHARE ROW EXCLUSIVE MODE;
  everybody := accounts_of(leaving);
  DELETE FROM joined_accounts WHERE account = leaving RETURNING person INTO whose;
  IF NOT FOUND THEN RETURN false; END IF;
  DELETE FROM joined_accounts WHERE person = whose AND (SELECT count(*) FROM joined_accounts WHERE person = whose) = 1;
  INSERT INTO desk_audit (at, event) VALUES (moment,
    jsonb_build_object('kind', 'account-parted', 'person', whose, 'platform', split_part(leaving, ':', 1)));
  PERFORM recount_wanted_by(everybody);
  RETURN true;
END $$;
