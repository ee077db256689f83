/** What the service brings itself when nothing is configured: a database, a keyset and a first key. Only Main knows it. */
package org.peerline.embedded;
