BEGIN TRANSACTION;
CREATE TABLE buckets (name TEXT PRIMARY KEY, data TEXT NOT NULL) WITHOUT ROWID;
INSERT INTO "buckets" VALUES('kept','{"name": "kept", "bucket_account_id": "000000000000", "bucket_region": "us-east-1", "bucket_arn": "arn:aws:s3:::kept", "location_constraint": "", "versioning_status": null, "object_ownership": "BucketOwnerEnforced", "object_lock_enabled": false, "creation_date": {"$time": "2026-11-25T02:28:59.325198+00:00"}, "payer": "BucketOwner", "public_access_block": {"BlockPublicAcls": true, "IgnorePublicAcls": true, "BlockPublicPolicy": true, "RestrictPublicBuckets": true}, "notification_configuration": {}, "logging": {}, "cors_rules": null, "lifecycle_rules": null, "transition_default_minimum_object_size": null, "website_configuration": null, "policy": null, "accelerate_status": null, "intelligent_tiering_configurations": {}, "analytics_configurations": {}, "inventory_configurations": {}, "metric_configurations": {}, "object_lock_default_retention": {}, "replication": null, "acl": {"Owner": {"ID": "75aa57f09aa0c8caeab4f8c24e99d10f8e7faeebf76c078efc7c6caea54ba06a"}, "Grants": [{"Grantee": {"ID": "75aa57f09aa0c8caeab4f8c24e99d10f8e7faeebf76c078efc7c6caea54ba06a", "Type": "CanonicalUser"}, "Permission": "FULL_CONTROL"}]}, "owner": {"ID": "75aa57f09aa0c8caeab4f8c24e99d10f8e7faeebf76c078efc7c6caea54ba06a"}, "tags": {"team": "kitchen"}}');
CREATE TABLE garbage (path TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE objects (
    position INTEGER PRIMARY KEY AUTOINCREMENT,  -- the versions of a key in their order, the current one last
    bucket TEXT NOT NULL, key TEXT NOT NULL, version TEXT NOT NULL,
    data TEXT NOT NULL,
    file TEXT, path TEXT,                        -- NULL for a delete marker
    UNIQUE (bucket, key, version)
);
INSERT INTO "objects" VALUES(1,'kept','a/b','null','{"key": "a/b", "user_metadata": {"by": "guest"}, "system_metadata": {"ContentType": "application/octet-stream"}, "storage_class": "STANDARD", "etag": "5d41402abc4b2a76b9719d911017c592", "size": 5, "expires": null, "checksum_algorithm": null, "checksum_value": null, "checksum_type": null, "encryption": "AES256", "kms_key_id": null, "bucket_key_enabled": false, "sse_key_hash": null, "lock_mode": null, "lock_legal_status": null, "lock_until": null, "acl": {"Owner": {"ID": "75aa57f09aa0c8caeab4f8c24e99d10f8e7faeebf76c078efc7c6caea54ba06a"}, "Grants": [{"Grantee": {"ID": "75aa57f09aa0c8caeab4f8c24e99d10f8e7faeebf76c078efc7c6caea54ba06a", "Type": "CanonicalUser"}, "Permission": "FULL_CONTROL"}]}, "expiration": null, "website_redirect_location": null, "last_modified": {"$time": "2026-11-25T02:29:05.892861+00:00"}, "parts": {}, "restore": null, "owner": {"ID": "75aa57f09aa0c8caeab4f8c24e99d10f8e7faeebf76c078efc7c6caea54ba06a"}, "internal_last_modified": 1795573745893592863, "tags": {"x": "1"}}','ffffffffffffffffffffffffffffffff','buckets/kept/objects/a/b');
CREATE TABLE parts (
    bucket TEXT NOT NULL, upload TEXT NOT NULL, number INTEGER NOT NULL,
    data TEXT NOT NULL, file TEXT NOT NULL, path TEXT NOT NULL,
    PRIMARY KEY (bucket, upload, number)
) WITHOUT ROWID;
CREATE TABLE unsynced (file TEXT PRIMARY KEY, body BLOB NOT NULL) WITHOUT ROWID;
INSERT INTO "unsynced" VALUES('ffffffffffffffffffffffffffffffff',X'68656C6C6F');
CREATE TABLE uploads (
    bucket TEXT NOT NULL, id TEXT NOT NULL,
    data TEXT NOT NULL,
    PRIMARY KEY (bucket, id)
) WITHOUT ROWID;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('objects',1);
COMMIT;
PRAGMA user_version = 2;
