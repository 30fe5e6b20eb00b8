CREATE TABLE "assembly_attendance" (
	"university_id" text NOT NULL,
	"id" text NOT NULL,
	"assembly_id" text NOT NULL,
	"number" text NOT NULL,
	"what" text NOT NULL,
	"by" text NOT NULL,
	"recorded_by" text,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "assembly_attendance_university_id_id_pk" PRIMARY KEY("university_id","id")
);
--> statement-breakpoint
CREATE INDEX "assembly_attendance_of" ON "assembly_attendance" USING btree ("university_id","assembly_id","number","id");