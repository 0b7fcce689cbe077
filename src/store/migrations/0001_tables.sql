CREATE TABLE "calls" (
	"id" text PRIMARY KEY NOT NULL,
	"body" jsonb NOT NULL,
	"opens_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "claims" (
	"request_id" text PRIMARY KEY NOT NULL,
	"curator" text NOT NULL,
	"until" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "clip_views" (
	"clip_id" text NOT NULL,
	"viewer" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "clip_views_clip_id_viewer_pk" PRIMARY KEY("clip_id","viewer")
);
--> statement-breakpoint
CREATE TABLE "cursors" (
	"follower" text PRIMARY KEY NOT NULL,
	"cursor" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "history" (
	"tx" bigint DEFAULT feed_transaction() NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "history_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"request_id" text NOT NULL,
	"version" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"from_state" text,
	"to_state" text NOT NULL,
	"actor" text,
	"event" jsonb NOT NULL,
	CONSTRAINT "history_request_id_version_pk" PRIMARY KEY("request_id","version")
);
--> statement-breakpoint
CREATE TABLE "lanes" (
	"lane" text PRIMARY KEY NOT NULL,
	"last" double precision NOT NULL
);
--> statement-breakpoint
CREATE TABLE "line_clock" (
	"id" integer PRIMARY KEY NOT NULL,
	"now" double precision NOT NULL
);
--> statement-breakpoint
CREATE TABLE "own_posts" (
	"key" text PRIMARY KEY NOT NULL,
	"request_id" text,
	"kind" text NOT NULL,
	"platform" text NOT NULL,
	"channel" text,
	"post_id" text,
	"intended_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "prompts" (
	"request_id" text PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"bands" integer[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "requests" (
	"id" text PRIMARY KEY NOT NULL,
	"body" jsonb NOT NULL,
	"version" integer NOT NULL,
	"state" text NOT NULL,
	"call_id" text NOT NULL,
	"requester" text NOT NULL,
	"platform" text NOT NULL,
	"post_id" text NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"delivered_at" timestamp (3) with time zone,
	CONSTRAINT "requests_post" UNIQUE("platform","post_id")
);
--> statement-breakpoint
CREATE TABLE "room_events" (
	"tx" bigint DEFAULT feed_transaction() NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "room_events_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"post_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "room_events_tx_seq_pk" PRIMARY KEY("tx","seq")
);
--> statement-breakpoint
CREATE TABLE "room_posts" (
	"id" text PRIMARY KEY NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "room_posts_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"thread_id" text NOT NULL,
	"author" jsonb NOT NULL,
	"author_key" text NOT NULL,
	"kind" text NOT NULL,
	"text" text NOT NULL,
	"locale" text NOT NULL,
	"picture" jsonb,
	"video" jsonb,
	"in_reply_to" text,
	"request_id" text,
	"key" text,
	"posted_at" timestamp (3) with time zone NOT NULL,
	"edited_at" timestamp (3) with time zone,
	"removed_at" timestamp (3) with time zone,
	CONSTRAINT "room_posts_key" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"session_hash" text PRIMARY KEY NOT NULL,
	"curator" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"name" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_ins" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"curator" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "votes" (
	"kind" text NOT NULL,
	"target_id" text NOT NULL,
	"voter" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "votes_kind_target_id_voter_pk" PRIMARY KEY("kind","target_id","voter")
);
--> statement-breakpoint
CREATE TABLE "work" (
	"id" text PRIMARY KEY NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "work_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"request_id" text NOT NULL,
	"step" text NOT NULL,
	"work" jsonb NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"epoch" integer DEFAULT 0 NOT NULL,
	"attempt" integer DEFAULT 1 NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"queued_at" timestamp (3) with time zone,
	"lease_until" timestamp (3) with time zone,
	"lane" text,
	"vft" double precision,
	"error" text
);
--> statement-breakpoint
CREATE INDEX "history_feed" ON "history" USING btree ("tx","seq");--> statement-breakpoint
CREATE INDEX "own_posts_by_post" ON "own_posts" USING btree ("platform","post_id");--> statement-breakpoint
CREATE INDEX "prompts_by_key" ON "prompts" USING btree ("key");--> statement-breakpoint
CREATE INDEX "prompts_by_band" ON "prompts" USING gin ("bands");--> statement-breakpoint
CREATE INDEX "requests_by_state" ON "requests" USING btree ("state","asked_at","id");--> statement-breakpoint
CREATE INDEX "requests_by_requester" ON "requests" USING btree ("requester","asked_at");--> statement-breakpoint
CREATE INDEX "room_threads" ON "room_posts" USING btree ("seq") WHERE kind = 'post' and in_reply_to is null;--> statement-breakpoint
CREATE INDEX "room_threads_by_author" ON "room_posts" USING btree ("author_key","seq") WHERE kind = 'post' and in_reply_to is null;--> statement-breakpoint
CREATE INDEX "room_answers" ON "room_posts" USING btree ("thread_id","seq");--> statement-breakpoint
CREATE INDEX "work_due" ON "work" USING btree ("due_at","seq") WHERE state = 'open' and step <> 'start-clip';--> statement-breakpoint
CREATE INDEX "work_line_due" ON "work" USING btree ("due_at") WHERE state = 'open' and step = 'start-clip';--> statement-breakpoint
CREATE INDEX "work_line" ON "work" USING btree ("vft","seq") WHERE state = 'open' and step = 'start-clip';--> statement-breakpoint
CREATE INDEX "work_lanes" ON "work" USING btree ("lane","vft","seq") WHERE state = 'open' and step = 'start-clip';--> statement-breakpoint
CREATE INDEX "work_starts" ON "work" USING btree ("request_id") WHERE step = 'start-clip';--> statement-breakpoint
CREATE INDEX "work_starts_under_way" ON "work" USING btree ("lane") WHERE state <> 'open' and step = 'start-clip';--> statement-breakpoint
CREATE INDEX "work_handed_out" ON "work" USING btree ("state","queued_at") WHERE state <> 'open';