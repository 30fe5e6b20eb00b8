CREATE TABLE "seat_adoption" (
	"university_id" text NOT NULL,
	"assembly_id" text NOT NULL,
	"ordinal" integer NOT NULL,
	"version" integer NOT NULL,
	"basis" text NOT NULL,
	"by_number" text NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "seat_adoption_university_id_assembly_id_ordinal_pk" PRIMARY KEY("university_id","assembly_id","ordinal")
);
--> statement-breakpoint
CREATE TABLE "seat_allocation" (
	"university_id" text NOT NULL,
	"assembly_id" text NOT NULL,
	"version" integer NOT NULL,
	"knobs" jsonb NOT NULL,
	"file" jsonb NOT NULL,
	"result" jsonb NOT NULL,
	"others" jsonb NOT NULL,
	"counted_on" text NOT NULL,
	"because" text NOT NULL,
	"by_number" text NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "seat_allocation_university_id_assembly_id_version_pk" PRIMARY KEY("university_id","assembly_id","version")
);
