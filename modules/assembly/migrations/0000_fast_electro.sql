CREATE TABLE "assembly_agenda" (
	"university_id" text NOT NULL,
	"id" text NOT NULL,
	"assembly_id" text NOT NULL,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"detail" text NOT NULL,
	"reporter" text NOT NULL,
	"minutes" integer NOT NULL,
	"papers" jsonb NOT NULL,
	CONSTRAINT "assembly_agenda_university_id_id_pk" PRIMARY KEY("university_id","id")
);
--> statement-breakpoint
CREATE TABLE "assembly_appointment" (
	"university_id" text NOT NULL,
	"id" text NOT NULL,
	"assembly_id" text NOT NULL,
	"number" text NOT NULL,
	"name" text NOT NULL,
	"duty" text NOT NULL,
	"lead" boolean NOT NULL,
	"basis" text NOT NULL,
	"from_day" text NOT NULL,
	"to_day" text,
	"opened_by" text NOT NULL,
	"closed_by" text,
	CONSTRAINT "assembly_appointment_university_id_id_pk" PRIMARY KEY("university_id","id")
);
--> statement-breakpoint
CREATE TABLE "assembly" (
	"university_id" text NOT NULL,
	"id" text NOT NULL,
	"union_id" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"day" text NOT NULL,
	"time" text NOT NULL,
	"place" text NOT NULL,
	"theme" text DEFAULT '' NOT NULL,
	"state" text NOT NULL,
	"proposed_on" text NOT NULL,
	"opened_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"cancelled_because" text,
	CONSTRAINT "assembly_university_id_id_pk" PRIMARY KEY("university_id","id")
);
--> statement-breakpoint
CREATE INDEX "assembly_agenda_of" ON "assembly_agenda" USING btree ("university_id","assembly_id","position");--> statement-breakpoint
CREATE INDEX "assembly_appointment_of" ON "assembly_appointment" USING btree ("university_id","assembly_id","duty");--> statement-breakpoint
CREATE INDEX "assembly_appointment_who" ON "assembly_appointment" USING btree ("university_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "assembly_name" ON "assembly" USING btree ("university_id","union_id","name");--> statement-breakpoint
CREATE INDEX "assembly_union" ON "assembly" USING btree ("university_id","union_id","day");