/* A page that moved: on to its new address, with the part of the page that was asked for. */
"use strict";
location.replace(document.currentScript.dataset.to + location.hash);
