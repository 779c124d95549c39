-- Rollen en rechten in PostgreSQL. Gemaakt door: manage.py postgresql_roles
-- Draai dit bestand met psql: één keer vóór `manage.py prepare`, en na elke `manage.py prepare` opnieuw.
-- De eerste keer als beheerder van de server; daarna kan het ook als eigenaar van de databases.
-- Wachtwoorden staan hier niet in: zet ze met \password.
\set ON_ERROR_STOP on

SELECT 'CREATE ROLE "signalering_migrator" LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE' WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'signalering_migrator') \gexec
SELECT 'CREATE ROLE "signalering_app" LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE' WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'signalering_app') \gexec
SELECT 'CREATE DATABASE "signalering" OWNER "signalering_migrator" ENCODING ''UTF8'' TEMPLATE template0' WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = 'signalering') \gexec
SELECT 'CREATE DATABASE "signalering_keys" OWNER "signalering_migrator" ENCODING ''UTF8'' TEMPLATE template0' WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = 'signalering_keys') \gexec

\connect "signalering"
REVOKE ALL ON DATABASE "signalering" FROM PUBLIC;
GRANT CONNECT ON DATABASE "signalering" TO "signalering_migrator", "signalering_app";
REVOKE ALL ON SCHEMA public FROM PUBLIC;
REVOKE ALL ON SCHEMA public FROM "signalering_app";
GRANT USAGE ON SCHEMA public TO "signalering_migrator", "signalering_app";
GRANT CREATE ON SCHEMA public TO "signalering_migrator";
SELECT to_regclass('public.django_migrations') IS NOT NULL AS tables_are_there \gset
\if :tables_are_there
BEGIN;
REVOKE ALL ON ALL TABLES IN SCHEMA public FROM "signalering_app";
REVOKE ALL ON ALL SEQUENCES IN SCHEMA public FROM "signalering_app";
-- geschiedenis, gebeurtenissen en inzages: toevoegen en lezen
GRANT SELECT, INSERT ON
    "accounts_historicalarea",
    "accounts_historicalauditscopepersongrant",
    "accounts_historicalauditscopeteamgrant",
    "accounts_historicalinvitation",
    "accounts_historicalmembership",
    "accounts_historicalorganisation",
    "accounts_historicalphone",
    "accounts_historicalpostcodearea",
    "accounts_historicalsetting",
    "accounts_historicalshift",
    "accounts_historicalshiftpersongrant",
    "accounts_historicalshiftteamgrant",
    "accounts_historicalshop",
    "accounts_historicalshoppersongrant",
    "accounts_historicalshopteamgrant",
    "accounts_historicalteam",
    "accounts_historicalteamclosure",
    "audit_event",
    "audit_look",
    "cases_historicalabsence",
    "cases_historicaladdressmatch",
    "cases_historicalalert",
    "cases_historicalalertcall",
    "cases_historicalalertpersongrant",
    "cases_historicalalertteamgrant",
    "cases_historicalarrival",
    "cases_historicalcase",
    "cases_historicalcasepersongrant",
    "cases_historicalcaseresident",
    "cases_historicalcaseteamgrant",
    "cases_historicalconcept",
    "cases_historicalconceptpersongrant",
    "cases_historicalconceptteamgrant",
    "cases_historicalconsent",
    "cases_historicalcontactattempt",
    "cases_historicaldeadline",
    "cases_historicaldeadlinerule",
    "cases_historicaldeskview",
    "cases_historicalkeptbox",
    "cases_historicalmeldcodeassessment",
    "cases_historicalmeldcodeassessmentpersongrant",
    "cases_historicalmeldcodeassessmentteamgrant",
    "cases_historicalnote",
    "cases_historicalnotice",
    "cases_historicalpersonlink",
    "cases_historicalreporteridentity",
    "cases_historicalreporteridentitypersongrant",
    "cases_historicalreporteridentityteamgrant",
    "cases_historicalresident",
    "cases_historicalretentionpolicy",
    "cases_historicalroutingrule",
    "cases_historicalroutingtable",
    "cases_historicalsafetyaddress",
    "cases_historicalsafetyaddresspersongrant",
    "cases_historicalsafetyaddressteamgrant",
    "cases_historicalsignal",
    "cases_historicalsignaladdition",
    "cases_historicalsignalpersongrant",
    "cases_historicalsignalteamgrant",
    "cases_historicaltalkrequest",
    "referrals_historicalagreementrow",
    "referrals_historicalprogramme",
    "referrals_historicalreferral",
    "referrals_historicalreferralextract",
    "referrals_historicalreferralextractpersongrant",
    "referrals_historicalreferralextractteamgrant",
    "referrals_historicalreferralpersongrant",
    "referrals_historicalreferralteamgrant"
    TO "signalering_app";
-- gegevens en sleutels: alles, behalve verwijderen
GRANT SELECT, INSERT, UPDATE ON
    "accounts_area",
    "accounts_invitation",
    "accounts_membership",
    "accounts_organisation",
    "accounts_phone",
    "accounts_postcodearea",
    "accounts_setting",
    "accounts_shift",
    "accounts_shop",
    "accounts_team",
    "accounts_teamclosure",
    "accounts_user",
    "audit_auditscope",
    "auth_group",
    "cases_absence",
    "cases_addressmatch",
    "cases_alert",
    "cases_alertcall",
    "cases_arrival",
    "cases_case",
    "cases_caseresident",
    "cases_concept",
    "cases_consent",
    "cases_contactattempt",
    "cases_deadline",
    "cases_deadlinerule",
    "cases_deskview",
    "cases_keptbox",
    "cases_meldcodeassessment",
    "cases_note",
    "cases_notice",
    "cases_personlink",
    "cases_reporteridentity",
    "cases_resident",
    "cases_retentionpolicy",
    "cases_routingrule",
    "cases_routingtable",
    "cases_safetyaddress",
    "cases_signal",
    "cases_signaladdition",
    "cases_talkrequest",
    "referrals_agreementrow",
    "referrals_programme",
    "referrals_referral",
    "referrals_referralextract"
    TO "signalering_app";
-- hier schrijven alleen migraties
GRANT SELECT ON
    "auth_permission",
    "django_content_type",
    "django_migrations",
    "guardian_groupobjectpermission",
    "guardian_userobjectpermission"
    TO "signalering_app";
-- wie wat mag, sessies, tellers, bezig zijn: die komen en gaan
GRANT SELECT, INSERT, UPDATE, DELETE ON
    "account_emailaddress",
    "account_emailconfirmation",
    "accounts_auditscopepersongrant",
    "accounts_auditscopeteamgrant",
    "accounts_shiftpersongrant",
    "accounts_shiftteamgrant",
    "accounts_shoppersongrant",
    "accounts_shopteamgrant",
    "accounts_team_areas",
    "auth_group_permissions",
    "cases_alertpersongrant",
    "cases_alertteamgrant",
    "cases_casepersongrant",
    "cases_caseteamgrant",
    "cases_conceptpersongrant",
    "cases_conceptteamgrant",
    "cases_meldcodeassessmentpersongrant",
    "cases_meldcodeassessmentteamgrant",
    "cases_reporteridentitypersongrant",
    "cases_reporteridentityteamgrant",
    "cases_safetyaddresspersongrant",
    "cases_safetyaddressteamgrant",
    "cases_signalpersongrant",
    "cases_signalteamgrant",
    "clock_lease",
    "django_session",
    "rate_limits",
    "referrals_programme_partners",
    "referrals_referralextractpersongrant",
    "referrals_referralextractteamgrant",
    "referrals_referralpersongrant",
    "referrals_referralteamgrant",
    "usersessions_usersession"
    TO "signalering_app";
COMMIT;
\else
\echo 'Nog geen tabellen in signalering: draai manage.py prepare, en dan dit bestand opnieuw.'
\endif

\connect "signalering_keys"
REVOKE ALL ON DATABASE "signalering_keys" FROM PUBLIC;
GRANT CONNECT ON DATABASE "signalering_keys" TO "signalering_migrator", "signalering_app";
REVOKE ALL ON SCHEMA public FROM PUBLIC;
REVOKE ALL ON SCHEMA public FROM "signalering_app";
GRANT USAGE ON SCHEMA public TO "signalering_migrator", "signalering_app";
GRANT CREATE ON SCHEMA public TO "signalering_migrator";
SELECT to_regclass('public.django_migrations') IS NOT NULL AS tables_are_there \gset
\if :tables_are_there
BEGIN;
REVOKE ALL ON ALL TABLES IN SCHEMA public FROM "signalering_app";
REVOKE ALL ON ALL SEQUENCES IN SCHEMA public FROM "signalering_app";
-- gegevens en sleutels: alles, behalve verwijderen
GRANT SELECT, INSERT, UPDATE ON
    "crypto_boxkey",
    "crypto_datakey"
    TO "signalering_app";
-- hier schrijven alleen migraties
GRANT SELECT ON
    "django_migrations"
    TO "signalering_app";
COMMIT;
\else
\echo 'Nog geen tabellen in signalering_keys: draai manage.py prepare, en dan dit bestand opnieuw.'
\endif
