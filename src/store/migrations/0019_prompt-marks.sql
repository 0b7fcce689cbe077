DROP INDEX "prompts_by_band";--> statement-breakpoint
ALTER TABLE "prompts" ADD COLUMN "marks" integer[];--> statement-breakpoint
CREATE INDEX "prompts_by_mark" ON "prompts" USING gin ("marks") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "prompts_unmarked" ON "prompts" USING btree ("request_id") WHERE marks is null;--> statement-breakpoint
ALTER TABLE "prompts" DROP COLUMN "bands";