CREATE TABLE "charter_version" (
	"university_id" text NOT NULL,
	"id" text NOT NULL,
	"union_id" text NOT NULL,
	"name" text NOT NULL,
	"adopted_on" text NOT NULL,
	"adopted_by" text NOT NULL,
	"public" boolean NOT NULL,
	"words" text,
	"file_id" text,
	"opened_by" text NOT NULL,
	"withdrawn_by" text,
	"withdrawn_because" text,
	CONSTRAINT "charter_version_university_id_id_pk" PRIMARY KEY("university_id","id")
);
--> statement-breakpoint
CREATE TABLE "local_setting" (
	"university_id" text NOT NULL,
	"id" text NOT NULL,
	"union_id" text NOT NULL,
	"kind" text NOT NULL,
	"clause" text NOT NULL,
	"value" jsonb NOT NULL,
	"source" text NOT NULL,
	"valid_from" text NOT NULL,
	"valid_to" text,
	"opened_by" text NOT NULL,
	"closed_by" text,
	CONSTRAINT "local_setting_university_id_id_pk" PRIMARY KEY("university_id","id")
);
--> statement-breakpoint
CREATE INDEX "charter_version_union" ON "charter_version" USING btree ("university_id","union_id","adopted_on");--> statement-breakpoint
CREATE INDEX "local_setting_union" ON "local_setting" USING btree ("university_id","union_id","kind","clause");