CREATE TABLE "attestation" (
	"university_id" text NOT NULL,
	"id" text NOT NULL,
	"union_id" text NOT NULL,
	"question" text NOT NULL,
	"value" jsonb NOT NULL,
	"on_day" text NOT NULL,
	"until" text,
	"source" text NOT NULL,
	"file_id" text,
	"by_account" text NOT NULL,
	"by_name" text NOT NULL,
	"capacity" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "attestation_university_id_id_pk" PRIMARY KEY("university_id","id")
);
--> statement-breakpoint
CREATE TABLE "explanation" (
	"university_id" text NOT NULL,
	"id" text NOT NULL,
	"union_id" text NOT NULL,
	"clause" text NOT NULL,
	"subject" text,
	"reason" text NOT NULL,
	"file_id" text,
	"from_day" text NOT NULL,
	"until" text,
	"approved" boolean DEFAULT false NOT NULL,
	"by_account" text NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"decided_by_name" text,
	"decided_at" timestamp with time zone,
	"refused_because" text,
	CONSTRAINT "explanation_university_id_id_pk" PRIMARY KEY("university_id","id")
);
--> statement-breakpoint
CREATE TABLE "retraction" (
	"university_id" text NOT NULL,
	"attestation_id" text NOT NULL,
	"because" text NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "retraction_university_id_attestation_id_pk" PRIMARY KEY("university_id","attestation_id")
);
--> statement-breakpoint
CREATE INDEX "attestation_union" ON "attestation" USING btree ("university_id","union_id","question");--> statement-breakpoint
CREATE INDEX "explanation_union" ON "explanation" USING btree ("university_id","union_id","clause");