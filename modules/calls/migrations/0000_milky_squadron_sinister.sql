CREATE TABLE "application" (
	"university_id" text NOT NULL,
	"id" text NOT NULL,
	"call_id" text NOT NULL,
	"post_id" text NOT NULL,
	"number" text NOT NULL,
	"name" text NOT NULL,
	"faculty" text NOT NULL,
	"class_name" text,
	"grade" integer NOT NULL,
	"level" text NOT NULL,
	"post_kind" text NOT NULL,
	"department" text,
	"source" text NOT NULL,
	"source_note" text NOT NULL,
	"source_on_record" text,
	"statement" text NOT NULL,
	"achievements" text NOT NULL,
	"conditions" jsonb NOT NULL,
	"version" text NOT NULL,
	"status" text NOT NULL,
	"submitted_on" text NOT NULL,
	"changed_on" text NOT NULL,
	CONSTRAINT "application_university_id_id_pk" PRIMARY KEY("university_id","id")
);
--> statement-breakpoint
CREATE TABLE "application_version" (
	"university_id" text NOT NULL,
	"application_id" text NOT NULL,
	"seq" integer NOT NULL,
	"version" text NOT NULL,
	"content" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "application_version_university_id_application_id_seq_pk" PRIMARY KEY("university_id","application_id","seq")
);
--> statement-breakpoint
CREATE TABLE "call_version" (
	"university_id" text NOT NULL,
	"call_id" text NOT NULL,
	"version" integer NOT NULL,
	"content" jsonb NOT NULL,
	"because" text,
	"by_name" text NOT NULL,
	"capacity" text NOT NULL,
	"on_day" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "call_version_university_id_call_id_version_pk" PRIMARY KEY("university_id","call_id","version")
);
--> statement-breakpoint
CREATE TABLE "open_call" (
	"university_id" text NOT NULL,
	"id" text NOT NULL,
	"union_id" text NOT NULL,
	"state" text NOT NULL,
	"content" jsonb NOT NULL,
	"opens_on" text NOT NULL,
	"closes_on" text NOT NULL,
	"published_on" text,
	"closed_on" text,
	"ended_because" text,
	"by_name" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "open_call_university_id_id_pk" PRIMARY KEY("university_id","id")
);
--> statement-breakpoint
CREATE UNIQUE INDEX "application_once" ON "application" USING btree ("university_id","call_id","post_id","number") WHERE status <> 'withdrawn';--> statement-breakpoint
CREATE INDEX "application_number" ON "application" USING btree ("university_id","number");--> statement-breakpoint
CREATE INDEX "open_call_union" ON "open_call" USING btree ("university_id","union_id","opens_on");