CREATE TABLE "calendar_feed" (
	"university_id" text NOT NULL,
	"union_id" text NOT NULL,
	"secret_hash" text NOT NULL,
	"made_by_name" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "calendar_feed_university_id_union_id_pk" PRIMARY KEY("university_id","union_id")
);
--> statement-breakpoint
CREATE TABLE "chair_handover" (
	"university_id" text NOT NULL,
	"union_id" text NOT NULL,
	"school_year" integer NOT NULL,
	"half" integer NOT NULL,
	"note" text NOT NULL,
	"matters" jsonb NOT NULL,
	"given_by" text NOT NULL,
	"given_by_name" text NOT NULL,
	"given_on" text NOT NULL,
	"taken_by" text,
	"taken_by_name" text,
	"taken_on" text,
	CONSTRAINT "chair_handover_university_id_union_id_school_year_half_pk" PRIMARY KEY("university_id","union_id","school_year","half")
);
--> statement-breakpoint
CREATE TABLE "rotation_consent" (
	"university_id" text NOT NULL,
	"plan_id" text NOT NULL,
	"number" text NOT NULL,
	"name" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "rotation_consent_university_id_plan_id_number_pk" PRIMARY KEY("university_id","plan_id","number")
);
--> statement-breakpoint
CREATE TABLE "rotation_plan" (
	"university_id" text NOT NULL,
	"id" text NOT NULL,
	"union_id" text NOT NULL,
	"version" integer NOT NULL,
	"turns" jsonb NOT NULL,
	"members" jsonb NOT NULL,
	"because" text NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"adopted_on" text,
	"replaced_by" text,
	CONSTRAINT "rotation_plan_university_id_id_pk" PRIMARY KEY("university_id","id")
);
--> statement-breakpoint
CREATE TABLE "chair_stand_in" (
	"university_id" text NOT NULL,
	"id" text NOT NULL,
	"union_id" text NOT NULL,
	"number" text NOT NULL,
	"name" text NOT NULL,
	"for_name" text NOT NULL,
	"from_day" text NOT NULL,
	"until_day" text NOT NULL,
	"because" text NOT NULL,
	"by_name" text NOT NULL,
	CONSTRAINT "chair_stand_in_university_id_id_pk" PRIMARY KEY("university_id","id")
);
--> statement-breakpoint
CREATE UNIQUE INDEX "rotation_plan_union" ON "rotation_plan" USING btree ("university_id","union_id","version");--> statement-breakpoint
CREATE INDEX "chair_stand_in_union" ON "chair_stand_in" USING btree ("university_id","union_id","from_day");