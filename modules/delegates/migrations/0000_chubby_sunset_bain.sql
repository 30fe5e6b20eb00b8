CREATE TABLE "assembly_delegate" (
	"university_id" text NOT NULL,
	"id" text NOT NULL,
	"assembly_id" text NOT NULL,
	"number" text NOT NULL,
	"name" text NOT NULL,
	"voting" boolean NOT NULL,
	"source" text NOT NULL,
	"faculty" text NOT NULL,
	"grade" integer NOT NULL,
	"class_name" text,
	"society" text,
	"cadre" boolean NOT NULL,
	"delegation" text NOT NULL,
	"head" boolean DEFAULT false NOT NULL,
	"from_day" text NOT NULL,
	"to_day" text,
	"opened_by" text NOT NULL,
	"closed_by" text,
	"basis" text DEFAULT '' NOT NULL,
	"list_id" text,
	"nominee" text,
	"code" integer,
	"replaces" text,
	"ended_because" text,
	CONSTRAINT "assembly_delegate_university_id_id_pk" PRIMARY KEY("university_id","id")
);
--> statement-breakpoint
CREATE TABLE "delegate_import" (
	"university_id" text NOT NULL,
	"id" text NOT NULL,
	"assembly_id" text NOT NULL,
	"file_name" text NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"read" jsonb NOT NULL,
	"state" text NOT NULL,
	"change" text,
	CONSTRAINT "delegate_import_university_id_id_pk" PRIMARY KEY("university_id","id")
);
--> statement-breakpoint
CREATE TABLE "delegate_hold" (
	"university_id" text NOT NULL,
	"assembly_id" text NOT NULL,
	"key" text NOT NULL,
	CONSTRAINT "delegate_hold_university_id_assembly_id_key_pk" PRIMARY KEY("university_id","assembly_id","key")
);
--> statement-breakpoint
CREATE TABLE "delegate_list" (
	"university_id" text NOT NULL,
	"id" text NOT NULL,
	"assembly_id" text NOT NULL,
	"unit" text NOT NULL,
	"key" text NOT NULL,
	"faculty" text,
	"class_name" text,
	"society" text,
	"seats" integer NOT NULL,
	"shares" jsonb NOT NULL,
	"course_id" text,
	"elected_by" text,
	CONSTRAINT "delegate_list_university_id_id_pk" PRIMARY KEY("university_id","id")
);
--> statement-breakpoint
CREATE TABLE "delegate_meeting" (
	"university_id" text NOT NULL,
	"id" text NOT NULL,
	"list_id" text NOT NULL,
	"class_name" text NOT NULL,
	"held_on" text NOT NULL,
	"people" integer NOT NULL,
	"present" integer NOT NULL,
	"by_name" text NOT NULL,
	CONSTRAINT "delegate_meeting_university_id_id_pk" PRIMARY KEY("university_id","id")
);
--> statement-breakpoint
CREATE TABLE "delegate_nominee" (
	"university_id" text NOT NULL,
	"id" text NOT NULL,
	"assembly_id" text NOT NULL,
	"list_id" text NOT NULL,
	"number" text NOT NULL,
	"name" text NOT NULL,
	"faculty" text NOT NULL,
	"class_name" text,
	"grade" integer NOT NULL,
	"votes" integer,
	"state" text NOT NULL,
	"reserve" integer,
	"because" text,
	"decided_by" text,
	"decided_on" text,
	CONSTRAINT "delegate_nominee_university_id_id_pk" PRIMARY KEY("university_id","id")
);
--> statement-breakpoint
CREATE TABLE "delegate_plan" (
	"university_id" text NOT NULL,
	"assembly_id" text NOT NULL,
	"allocation" jsonb NOT NULL,
	"begun_on" text NOT NULL,
	CONSTRAINT "delegate_plan_university_id_assembly_id_pk" PRIMARY KEY("university_id","assembly_id")
);
--> statement-breakpoint
CREATE TABLE "delegate_report" (
	"university_id" text NOT NULL,
	"assembly_id" text NOT NULL,
	"version" integer NOT NULL,
	"opinion" text NOT NULL,
	"drafted_by" text NOT NULL,
	"drafted_on" text NOT NULL,
	"adopted_by" text,
	"adopted_on" text,
	"figures" jsonb,
	"people" text,
	"hash" text,
	CONSTRAINT "delegate_report_university_id_assembly_id_version_pk" PRIMARY KEY("university_id","assembly_id","version")
);
--> statement-breakpoint
CREATE TABLE "delegate_round" (
	"university_id" text NOT NULL,
	"id" text NOT NULL,
	"list_id" text NOT NULL,
	"round" integer NOT NULL,
	"held_on" text NOT NULL,
	"due" integer NOT NULL,
	"present" integer NOT NULL,
	"votes" jsonb NOT NULL,
	"by_name" text NOT NULL,
	"voided" boolean DEFAULT false NOT NULL,
	CONSTRAINT "delegate_round_university_id_id_pk" PRIMARY KEY("university_id","id")
);
--> statement-breakpoint
CREATE UNIQUE INDEX "assembly_delegate_once" ON "assembly_delegate" USING btree ("university_id","assembly_id","number","opened_by");--> statement-breakpoint
CREATE UNIQUE INDEX "assembly_delegate_now" ON "assembly_delegate" USING btree ("university_id","assembly_id","number") WHERE "assembly_delegate"."to_day" is null;--> statement-breakpoint
CREATE INDEX "assembly_delegate_of" ON "assembly_delegate" USING btree ("university_id","assembly_id","delegation");--> statement-breakpoint
CREATE INDEX "assembly_delegate_who" ON "assembly_delegate" USING btree ("university_id","number");--> statement-breakpoint
CREATE INDEX "delegate_import_of" ON "delegate_import" USING btree ("university_id","assembly_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "delegate_list_key" ON "delegate_list" USING btree ("university_id","assembly_id","unit","key");--> statement-breakpoint
CREATE UNIQUE INDEX "delegate_meeting_class" ON "delegate_meeting" USING btree ("university_id","list_id","class_name");--> statement-breakpoint
CREATE UNIQUE INDEX "delegate_nominee_once" ON "delegate_nominee" USING btree ("university_id","list_id","number");--> statement-breakpoint
CREATE INDEX "delegate_nominee_of" ON "delegate_nominee" USING btree ("university_id","assembly_id","state");--> statement-breakpoint
CREATE INDEX "delegate_round_of" ON "delegate_round" USING btree ("university_id","list_id","round");