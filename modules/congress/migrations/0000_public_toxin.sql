CREATE TABLE "congress" (
	"university_id" text NOT NULL,
	"name" text NOT NULL,
	"union_id" text NOT NULL,
	"held" text NOT NULL,
	"place" jsonb,
	"valid_from" text NOT NULL,
	"valid_to" text,
	"opened_by" text NOT NULL,
	"closed_by" text,
	CONSTRAINT "congress_university_id_name_opened_by_pk" PRIMARY KEY("university_id","name","opened_by")
);
--> statement-breakpoint
CREATE TABLE "delegate" (
	"university_id" text NOT NULL,
	"id" text NOT NULL,
	"congress" text NOT NULL,
	"name" text NOT NULL,
	"number" text,
	"number_written" text,
	"delegation" text,
	"faculty" text,
	"grade" integer,
	"society" text,
	"source" text,
	"cadre" boolean,
	"place" jsonb,
	"position" integer NOT NULL,
	"valid_from" text NOT NULL,
	"valid_to" text,
	"opened_by" text NOT NULL,
	"closed_by" text,
	CONSTRAINT "delegate_university_id_id_pk" PRIMARY KEY("university_id","id")
);
--> statement-breakpoint
CREATE INDEX "delegate_congress" ON "delegate" USING btree ("university_id","congress","opened_by");