-- Once, on the leader, as its superuser: psql -v password="'…'" -f first-database.sql postgres
create role yichuang_app nologin;
create role yichuang login password :password;
grant yichuang_app to yichuang with admin option;
create database yichuang owner yichuang encoding 'UTF8' template template0 locale 'C.UTF-8';
