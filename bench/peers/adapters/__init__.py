"""One file a search engine, each with a class that derives from Peer."""
