CREATE TABLE "finding" (
	"university_id" text NOT NULL,
	"id" text NOT NULL,
	"union_id" text NOT NULL,
	"clause" text NOT NULL,
	"subject" text,
	"verdict" text NOT NULL,
	"value" jsonb,
	"limit_text" text NOT NULL,
	"reading" text,
	"because" text NOT NULL,
	"cure" text,
	"rows" jsonb NOT NULL,
	"at" jsonb,
	"attested" jsonb,
	"explanation" jsonb,
	"local" boolean DEFAULT false NOT NULL,
	"as_of" text NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone,
	"change" text NOT NULL,
	CONSTRAINT "finding_university_id_id_pk" PRIMARY KEY("university_id","id")
);
--> statement-breakpoint
CREATE INDEX "finding_open" ON "finding" USING btree ("university_id","union_id","closed_at");--> statement-breakpoint
CREATE INDEX "finding_clause" ON "finding" USING btree ("university_id","union_id","clause","opened_at");