CREATE TABLE "draft" (
	"university_id" text NOT NULL,
	"id" text NOT NULL,
	"union_id" text NOT NULL,
	"title" text NOT NULL,
	"ops" jsonb NOT NULL,
	"base_day" text NOT NULL,
	"base" jsonb NOT NULL,
	"shared" boolean DEFAULT false NOT NULL,
	"status" text DEFAULT 'open' NOT NULL,
	"created_by" text NOT NULL,
	"created_by_name" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"applied_from" text,
	"applied_by_name" text,
	"applied_at" timestamp with time zone,
	"applied_change" text,
	CONSTRAINT "draft_university_id_id_pk" PRIMARY KEY("university_id","id")
);
--> statement-breakpoint
CREATE INDEX "draft_union" ON "draft" USING btree ("university_id","union_id","created_at");