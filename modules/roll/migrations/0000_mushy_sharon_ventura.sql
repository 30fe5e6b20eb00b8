CREATE TABLE "assembly_attendance" (
	"university_id" text NOT NULL,
	"id" text NOT NULL,
	"assembly_id" text NOT NULL,
	"number" text NOT NULL,
	"nth" integer NOT NULL,
	"what" text NOT NULL,
	"by" text NOT NULL,
	"recorded_by" text,
	"at" timestamp with time zone NOT NULL,
	"undoes" text,
	CONSTRAINT "assembly_attendance_university_id_id_pk" PRIMARY KEY("university_id","id")
);
--> statement-breakpoint
CREATE TABLE "assembly_roll" (
	"university_id" text NOT NULL,
	"assembly_id" text NOT NULL,
	"secret" text NOT NULL,
	"due" integer NOT NULL,
	"present" integer NOT NULL,
	"others" integer NOT NULL,
	"seq" integer NOT NULL,
	CONSTRAINT "assembly_roll_university_id_assembly_id_pk" PRIMARY KEY("university_id","assembly_id")
);
--> statement-breakpoint
CREATE UNIQUE INDEX "assembly_attendance_of" ON "assembly_attendance" USING btree ("university_id","assembly_id","number","nth");