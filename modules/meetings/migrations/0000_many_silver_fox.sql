CREATE TABLE "agenda_item" (
	"university_id" text NOT NULL,
	"id" text NOT NULL,
	"meeting_id" text NOT NULL,
	"position" integer NOT NULL,
	"title" text NOT NULL,
	"detail" text NOT NULL,
	"matter" text,
	"papers" jsonb NOT NULL,
	"state" text NOT NULL,
	"said" text DEFAULT '' NOT NULL,
	CONSTRAINT "agenda_item_university_id_id_pk" PRIMARY KEY("university_id","id")
);
--> statement-breakpoint
CREATE TABLE "presidium_meeting" (
	"university_id" text NOT NULL,
	"id" text NOT NULL,
	"union_id" text NOT NULL,
	"school_year" integer NOT NULL,
	"half" integer NOT NULL,
	"ordinal" integer NOT NULL,
	"title" text NOT NULL,
	"day" text NOT NULL,
	"time" text NOT NULL,
	"place" text NOT NULL,
	"convener" jsonb NOT NULL,
	"convened_as" text NOT NULL,
	"convened_on" text NOT NULL,
	"reading" text NOT NULL,
	"state" text NOT NULL,
	"presiding" jsonb,
	"attendance" jsonb,
	"guests" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"opened_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"cancelled_because" text,
	"confirmed_in" text,
	"confirmed_on" text,
	CONSTRAINT "presidium_meeting_university_id_id_pk" PRIMARY KEY("university_id","id")
);
--> statement-breakpoint
CREATE TABLE "meeting_rules" (
	"university_id" text NOT NULL,
	"union_id" text NOT NULL,
	"version" integer NOT NULL,
	"matters" jsonb NOT NULL,
	"quorum" text NOT NULL,
	"source" text NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "meeting_rules_university_id_union_id_version_pk" PRIMARY KEY("university_id","union_id","version")
);
--> statement-breakpoint
CREATE TABLE "minutes_version" (
	"university_id" text NOT NULL,
	"meeting_id" text NOT NULL,
	"version" integer NOT NULL,
	"body" text NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "minutes_version_university_id_meeting_id_version_pk" PRIMARY KEY("university_id","meeting_id","version")
);
--> statement-breakpoint
CREATE TABLE "resolution" (
	"university_id" text NOT NULL,
	"id" text NOT NULL,
	"union_id" text NOT NULL,
	"meeting_id" text NOT NULL,
	"item_id" text NOT NULL,
	"matter" text,
	"words" text NOT NULL,
	"state" text NOT NULL,
	"voters" jsonb NOT NULL,
	"year" integer,
	"ordinal" integer,
	"decided_on" text,
	"prior_report" text,
	"in_force_on" text,
	"owner" jsonb,
	"due" text,
	"done_on" text,
	"done_note" text,
	CONSTRAINT "resolution_university_id_id_pk" PRIMARY KEY("university_id","id")
);
--> statement-breakpoint
CREATE TABLE "resolution_vote" (
	"university_id" text NOT NULL,
	"resolution_id" text NOT NULL,
	"number" text NOT NULL,
	"name" text NOT NULL,
	"choice" text NOT NULL,
	"recorded_by" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "resolution_vote_university_id_resolution_id_number_pk" PRIMARY KEY("university_id","resolution_id","number")
);
--> statement-breakpoint
CREATE INDEX "agenda_item_meeting" ON "agenda_item" USING btree ("university_id","meeting_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "presidium_meeting_ordinal" ON "presidium_meeting" USING btree ("university_id","union_id","school_year","ordinal");--> statement-breakpoint
CREATE INDEX "presidium_meeting_day" ON "presidium_meeting" USING btree ("university_id","union_id","day");--> statement-breakpoint
CREATE UNIQUE INDEX "resolution_ordinal" ON "resolution" USING btree ("university_id","union_id","year","ordinal");--> statement-breakpoint
CREATE INDEX "resolution_meeting" ON "resolution" USING btree ("university_id","meeting_id");