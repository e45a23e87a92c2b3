/**
 * The name under which feeds and calendars give each change and each day an id of its own.
 *
 * A random UUID (RFC 9562), drawn once and never changed: whoever takes in the feed of two publishers sees one event once.
 */
export const atlasName = "1298c5c6-6a96-4dd2-b5ed-4cf5e0a9a855";
