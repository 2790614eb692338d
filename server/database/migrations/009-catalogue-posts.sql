-- Two posts of the catalogue: the department's editor (事项管理员) and the Bureau's confirmer (事项审定人).
alter table account drop constraint account_role_known;

alter table account add constraint account_role_known check (role in (
    'applicant', 'window-clerk', 'accompanying-agent', 'reviewer', 'decider', 'department-head',
    'government-head', 'seal-keeper', 'supervisor', 'system-admin', 'security-admin', 'audit-admin',
    'catalogue-editor', 'catalogue-confirmer')) not valid;

alter table account validate constraint account_role_known;
