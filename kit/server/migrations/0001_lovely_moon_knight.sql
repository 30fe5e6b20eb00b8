CREATE TABLE "ledger_entry" (
	"university_id" text NOT NULL,
	"seq" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"topic" text NOT NULL,
	"subject" text NOT NULL,
	"body" jsonb NOT NULL,
	"prev" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "ledger_entry_university_id_seq_pk" PRIMARY KEY("university_id","seq")
);
--> statement-breakpoint
CREATE INDEX "ledger_entry_subject" ON "ledger_entry" USING btree ("university_id","topic","subject","seq");