CREATE TABLE "hall_cast" (
	"university_id" text NOT NULL,
	"vote_id" text NOT NULL,
	"number" text NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "hall_cast_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"choice" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "hall_cast_university_id_vote_id_number_seq_pk" PRIMARY KEY("university_id","vote_id","number","seq")
);
--> statement-breakpoint
CREATE TABLE "hall_deed" (
	"university_id" text NOT NULL,
	"assembly_id" text NOT NULL,
	"seq" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by_number" text NOT NULL,
	"by_name" text NOT NULL,
	"deed" jsonb NOT NULL,
	CONSTRAINT "hall_deed_university_id_assembly_id_seq_pk" PRIMARY KEY("university_id","assembly_id","seq")
);
--> statement-breakpoint
CREATE TABLE "hall_elector" (
	"university_id" text NOT NULL,
	"vote_id" text NOT NULL,
	"number" text NOT NULL,
	"name" text NOT NULL,
	"delegation" text NOT NULL,
	CONSTRAINT "hall_elector_university_id_vote_id_number_pk" PRIMARY KEY("university_id","vote_id","number")
);
--> statement-breakpoint
CREATE TABLE "hall" (
	"university_id" text NOT NULL,
	"assembly_id" text NOT NULL,
	"revision" integer NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "hall_university_id_assembly_id_pk" PRIMARY KEY("university_id","assembly_id")
);
--> statement-breakpoint
CREATE TABLE "hall_minutes" (
	"university_id" text NOT NULL,
	"assembly_id" text NOT NULL,
	"version" integer NOT NULL,
	"body" text NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "hall_minutes_university_id_assembly_id_version_pk" PRIMARY KEY("university_id","assembly_id","version")
);
--> statement-breakpoint
CREATE TABLE "hall_speaker" (
	"university_id" text NOT NULL,
	"id" text NOT NULL,
	"assembly_id" text NOT NULL,
	"item_id" text NOT NULL,
	"number" text NOT NULL,
	"name" text NOT NULL,
	"delegation" text NOT NULL,
	"point" boolean NOT NULL,
	"position" integer NOT NULL,
	"state" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"started_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"minutes" integer,
	CONSTRAINT "hall_speaker_university_id_id_pk" PRIMARY KEY("university_id","id")
);
--> statement-breakpoint
CREATE TABLE "hall_vote" (
	"university_id" text NOT NULL,
	"id" text NOT NULL,
	"assembly_id" text NOT NULL,
	"item_id" text NOT NULL,
	"title" text NOT NULL,
	"words" text NOT NULL,
	"rule" text NOT NULL,
	"how" text NOT NULL,
	"state" text NOT NULL,
	"due" integer NOT NULL,
	"present" integer NOT NULL,
	"seq" integer NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone,
	"for_count" integer,
	"against_count" integer,
	"abstain_count" integer,
	"passed" boolean,
	"ordinal" integer,
	"announced_at" timestamp with time zone,
	"void_because" text,
	CONSTRAINT "hall_vote_university_id_id_pk" PRIMARY KEY("university_id","id")
);
--> statement-breakpoint
CREATE INDEX "hall_speaker_of" ON "hall_speaker" USING btree ("university_id","assembly_id","item_id");--> statement-breakpoint
CREATE INDEX "hall_vote_of" ON "hall_vote" USING btree ("university_id","assembly_id","item_id");