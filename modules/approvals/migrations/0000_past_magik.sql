CREATE TABLE "party_report" (
	"university_id" text NOT NULL,
	"id" text NOT NULL,
	"request_id" text NOT NULL,
	"text" text NOT NULL,
	"on_day" text NOT NULL,
	"by_name" text NOT NULL,
	CONSTRAINT "party_report_university_id_id_pk" PRIMARY KEY("university_id","id")
);
--> statement-breakpoint
CREATE TABLE "request" (
	"university_id" text NOT NULL,
	"id" text NOT NULL,
	"union_id" text NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"made_for" text,
	"applicant" text NOT NULL,
	"applicant_name" text NOT NULL,
	"applicant_title" text NOT NULL,
	"filed_on" text NOT NULL,
	"on_day" text NOT NULL,
	"lead" integer NOT NULL,
	"asked" integer NOT NULL,
	"version" integer NOT NULL,
	"amount" integer,
	"declared_major" boolean NOT NULL,
	"status" text NOT NULL,
	"ended_on" text,
	"summary_due" text,
	"summarized_on" text,
	"closed_on" text,
	"closed_by_name" text,
	"cancelled_because" text,
	CONSTRAINT "request_university_id_id_pk" PRIMARY KEY("university_id","id")
);
--> statement-breakpoint
CREATE TABLE "request_approval" (
	"university_id" text NOT NULL,
	"request_id" text NOT NULL,
	"number" integer NOT NULL,
	"on_day" text NOT NULL,
	"by_name" text NOT NULL,
	"conditions" text,
	CONSTRAINT "request_approval_university_id_request_id_number_pk" PRIMARY KEY("university_id","request_id","number")
);
--> statement-breakpoint
CREATE TABLE "request_lead" (
	"university_id" text NOT NULL,
	"kind" text NOT NULL,
	"days" integer NOT NULL,
	"source" text NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "request_lead_university_id_kind_pk" PRIMARY KEY("university_id","kind")
);
--> statement-breakpoint
CREATE TABLE "request_mark" (
	"university_id" text NOT NULL,
	"id" text NOT NULL,
	"request_id" text NOT NULL,
	"major" boolean NOT NULL,
	"because" text NOT NULL,
	"on_day" text NOT NULL,
	"by_name" text NOT NULL,
	CONSTRAINT "request_mark_university_id_id_pk" PRIMARY KEY("university_id","id")
);
--> statement-breakpoint
CREATE TABLE "request_return" (
	"university_id" text NOT NULL,
	"id" text NOT NULL,
	"request_id" text NOT NULL,
	"item" text NOT NULL,
	"count" integer NOT NULL,
	"condition" text NOT NULL,
	"on_day" text NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "request_return_university_id_id_pk" PRIMARY KEY("university_id","id")
);
--> statement-breakpoint
CREATE TABLE "request_spending" (
	"university_id" text NOT NULL,
	"id" text NOT NULL,
	"request_id" text NOT NULL,
	"what" text NOT NULL,
	"amount" integer NOT NULL,
	"on_day" text NOT NULL,
	"file_id" text,
	"strikes" text,
	"by_name" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "request_spending_university_id_id_pk" PRIMARY KEY("university_id","id")
);
--> statement-breakpoint
CREATE TABLE "request_summary" (
	"university_id" text NOT NULL,
	"request_id" text NOT NULL,
	"held_on" text NOT NULL,
	"text" text NOT NULL,
	"participants" integer NOT NULL,
	"reach" jsonb NOT NULL,
	"files" jsonb NOT NULL,
	"on_day" text NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "request_summary_university_id_request_id_pk" PRIMARY KEY("university_id","request_id")
);
--> statement-breakpoint
CREATE TABLE "request_version" (
	"university_id" text NOT NULL,
	"request_id" text NOT NULL,
	"number" integer NOT NULL,
	"hash" text NOT NULL,
	"fields" jsonb NOT NULL,
	"files" jsonb NOT NULL,
	"on_day" text NOT NULL,
	"made_on" text NOT NULL,
	"by_name" text NOT NULL,
	"because" text,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "request_version_university_id_request_id_number_pk" PRIMARY KEY("university_id","request_id","number")
);
--> statement-breakpoint
CREATE INDEX "party_report_request" ON "party_report" USING btree ("university_id","request_id");--> statement-breakpoint
CREATE INDEX "request_union" ON "request" USING btree ("university_id","union_id","filed_on");--> statement-breakpoint
CREATE INDEX "request_day" ON "request" USING btree ("university_id","on_day");--> statement-breakpoint
CREATE INDEX "request_mark_request" ON "request_mark" USING btree ("university_id","request_id");--> statement-breakpoint
CREATE INDEX "request_return_request" ON "request_return" USING btree ("university_id","request_id");--> statement-breakpoint
CREATE INDEX "request_spending_request" ON "request_spending" USING btree ("university_id","request_id");--> statement-breakpoint
CREATE INDEX "request_version_files" ON "request_version" USING gin ("files");