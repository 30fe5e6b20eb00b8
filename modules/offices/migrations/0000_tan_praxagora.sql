CREATE TABLE "office" (
	"university_id" text NOT NULL,
	"id" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"scope_kind" text NOT NULL,
	"scope_id" text NOT NULL,
	"scope_name" text NOT NULL,
	"faculty" text,
	"opened_by" text NOT NULL,
	CONSTRAINT "office_university_id_id_pk" PRIMARY KEY("university_id","id")
);
--> statement-breakpoint
CREATE TABLE "office_holder" (
	"university_id" text NOT NULL,
	"id" text NOT NULL,
	"office_id" text NOT NULL,
	"number" text NOT NULL,
	"name" text NOT NULL,
	"post" text NOT NULL,
	"title" text NOT NULL,
	"union_id" text,
	"designated" boolean DEFAULT false NOT NULL,
	"stands_in_for" text,
	"basis" text NOT NULL,
	"source" text,
	"valid_from" text NOT NULL,
	"valid_to" text,
	"opened_by" text NOT NULL,
	"closed_by" text,
	CONSTRAINT "office_holder_university_id_id_opened_by_pk" PRIMARY KEY("university_id","id","opened_by")
);
--> statement-breakpoint
CREATE UNIQUE INDEX "office_place" ON "office" USING btree ("university_id","kind","scope_id");--> statement-breakpoint
CREATE INDEX "office_holder_number" ON "office_holder" USING btree ("university_id","number");--> statement-breakpoint
CREATE INDEX "office_holder_office" ON "office_holder" USING btree ("university_id","office_id","valid_from");