/// What the interface for programs takes and answers, in the form of OpenAPI 3.1.
///
/// Source: https://spec.openapis.org/oas/v3.1.0.
enum OpenAPIDescription {
    static let text = #"""
        {
          "openapi": "3.1.0",
          "info": {
            "title": "Koe",
            "version": "1",
            "description": "Comments, measures and flags of one workspace, with personal data hidden, and a door for new comments. An empty argument says nothing, and unknown ones are passed over."
          },
          "security": [{}, {"bearer": []}, {"basic": []}],
          "paths": {
            "/api/health": {"get": {
              "operationId": "health", "summary": "Whether the workspace can be read, and how far it is",
              "responses": {"200": {"$ref": "#/components/responses/object"}, "default": {"$ref": "#/components/responses/problem"}}
            }},
            "/api/search": {"get": {
              "operationId": "search", "summary": "Comments that hold every word, newest first",
              "parameters": [
                {"name": "q", "in": "query", "required": true, "schema": {"type": "string", "minLength": 1, "maxLength": 200, "pattern": "^[^\\u0000]*$"}},
                {"name": "brand", "in": "query", "description": "Any of its names", "schema": {"$ref": "#/components/schemas/name"}},
                {"name": "limit", "in": "query", "schema": {"anyOf": [{"type": "integer", "minimum": 1, "maximum": 200}, {"type": "string", "maxLength": 0}], "default": 20}}
              ],
              "responses": {"200": {"$ref": "#/components/responses/object"}, "default": {"$ref": "#/components/responses/problem"}}
            }},
            "/api/comments": {"get": {
              "operationId": "listComments", "summary": "A page of the comments that a filter chooses, newest first",
              "parameters": [
                {"name": "q", "in": "query", "schema": {"type": "string", "maxLength": 200, "pattern": "^[^\\u0000]*$"}},
                {"name": "from", "in": "query", "description": "Local day, included", "schema": {"$ref": "#/components/schemas/day"}},
                {"name": "to", "in": "query", "description": "Local day, included", "schema": {"$ref": "#/components/schemas/day"}},
                {"name": "brand", "in": "query", "description": "Any of its names; - for comments that name none", "schema": {"$ref": "#/components/schemas/name"}},
                {"name": "channel", "in": "query", "schema": {"$ref": "#/components/schemas/name"}},
                {"name": "product", "in": "query", "description": "- for comments that name none", "schema": {"$ref": "#/components/schemas/name"}},
                {"name": "version", "in": "query", "description": "Of the app or the device, as the source writes it", "schema": {"$ref": "#/components/schemas/name"}},
                {"name": "rating", "in": "query", "description": "Stars of five, one number or two", "schema": {"type": "string", "pattern": "^([1-5]|1-[1-5]|2-[2-5]|3-[3-5]|4-[45]|5-5)?$"}},
                {"name": "facet", "in": "query", "schema": {"enum": ["speed", "access", "apology", "courtesy", "explanation", "prevention", "remedy", "resolution", "effort", "responsibility", "beyond", "follow-through", ""]}},
                {"name": "tone", "in": "query", "schema": {"enum": ["any", "praise", "blame", "named", ""]}},
                {"name": "signal", "in": "query", "schema": {"enum": ["fan", "repurchase", "recommend", "recovered", "cross-buy", "churn", "distrust", ""]}},
                {"name": "language", "in": "query", "schema": {"enum": ["ja", "en", "und", ""]}},
                {"name": "link", "in": "query", "schema": {"enum": ["linked", "unlinked", ""]}},
                {"name": "case", "in": "query", "schema": {"$ref": "#/components/schemas/name"}},
                {"name": "measure", "in": "query", "description": "Comments of the voices that count for it", "schema": {"type": "string", "pattern": "^(|voices|support|brand|facet\\.(speed|access|apology|courtesy|explanation|prevention|remedy|resolution|effort|responsibility|beyond|follow-through))$"}},
                {"name": "months", "in": "query", "description": "Months of the voices, one or two with .. between", "schema": {"type": "string", "pattern": "^([0-9]{4}-(0[1-9]|1[0-2])(\\.\\.[0-9]{4}-(0[1-9]|1[0-2]))?)?$"}},
                {"name": "page", "in": "query", "schema": {"anyOf": [{"type": "integer", "minimum": 1, "maximum": 10000}, {"type": "string", "maxLength": 0}], "default": 1}}
              ],
              "responses": {"200": {"$ref": "#/components/responses/object"}, "default": {"$ref": "#/components/responses/problem"}}
            }},
            "/api/comment/{id}": {"get": {
              "operationId": "comment", "summary": "Everything that was made of the comments with an id",
              "parameters": [{"$ref": "#/components/parameters/id"}],
              "responses": {"200": {"$ref": "#/components/responses/object"}, "default": {"$ref": "#/components/responses/problem"}}
            }},
            "/api/measures": {"get": {
              "operationId": "listMeasures", "summary": "A page of the cells, a JSON object a line; the header Link names the next page",
              "parameters": [
                {"name": "brand", "in": "query", "description": "Any of its names", "schema": {"$ref": "#/components/schemas/name"}},
                {"name": "length", "in": "query", "schema": {"enum": ["month", "quarter", "year", "all", ""]}},
                {"name": "channel", "in": "query", "description": "* for all together", "schema": {"$ref": "#/components/schemas/name"}},
                {"name": "measure", "in": "query", "schema": {"$ref": "#/components/schemas/name"}},
                {"name": "page", "in": "query", "schema": {"anyOf": [{"type": "integer", "minimum": 1, "maximum": 100000}, {"type": "string", "maxLength": 0}], "default": 1}}
              ],
              "responses": {
                "200": {"description": "Lines of cells", "content": {"application/x-ndjson": {"schema": {"type": "string"}}}},
                "default": {"$ref": "#/components/responses/problem"}
              }
            }},
            "/api/measures/{id}": {"get": {
              "operationId": "measure", "summary": "S, B and their difference of a brand, down to voices and sentences",
              "parameters": [
                {"$ref": "#/components/parameters/id"},
                {"name": "period", "in": "query", "description": "all, 2014, 2014-Q4, 2014-12, or two with .. between", "schema": {"type": "string", "pattern": "^[^\\u0000]*$", "default": "all"}}
              ],
              "responses": {"200": {"$ref": "#/components/responses/object"}, "default": {"$ref": "#/components/responses/problem"}}
            }},
            "/api/flags": {"get": {
              "operationId": "listFlags", "summary": "All flags that were ever told, with where each stands",
              "responses": {"200": {"$ref": "#/components/responses/object"}, "default": {"$ref": "#/components/responses/problem"}}
            }},
            "/api/flags/{id}": {"get": {
              "operationId": "flag", "summary": "What a flag or an early sign rests on",
              "parameters": [{"$ref": "#/components/parameters/id"}],
              "responses": {"200": {"$ref": "#/components/responses/object"}, "default": {"$ref": "#/components/responses/problem"}}
            }},
            "/v1/comments": {"post": {
              "operationId": "sendComments",
              "summary": "Stores comments; the same id again adds nothing, a later state updates, rows that cannot be used go to quarantine",
              "parameters": [
                {"name": "source", "in": "query", "description": "The source that the ids belong to", "schema": {"type": "string", "pattern": "^[A-Za-z0-9._-]{0,64}$", "default": "api"}}
              ],
              "requestBody": {"required": true, "content": {
                "application/json": {"schema": {"type": ["array", "object"], "description": "One object, or an array of objects, as koe import reads them: id, text, title, brand, author, posted_at, updated_at, rating, channel, lang, url and more; what cannot be used goes to quarantine"}},
                "application/x-ndjson": {"schema": {"type": "string"}}
              }},
              "responses": {
                "202": {"description": "The line of the ledger: read = stored + duplicate + updated + quarantined + skipped", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/ledgerLine"}}}},
                "default": {"$ref": "#/components/responses/problem"}
              }
            }}
          },
          "components": {
            "securitySchemes": {
              "bearer": {"type": "http", "scheme": "bearer", "description": "A token of koe token add"},
              "basic": {"type": "http", "scheme": "basic", "description": "Any name, with a token as the password"}
            },
            "parameters": {
              "id": {"name": "id", "in": "path", "required": true, "schema": {"type": "string", "minLength": 1}}
            },
            "responses": {
              "object": {"description": "A JSON object", "content": {"application/json": {"schema": {"type": "object"}}}},
              "problem": {"description": "Why there is no answer", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/problem"}}}}
            },
            "schemas": {
              "name": {"type": "string", "maxLength": 300, "pattern": "^[^\\u0000]*$"},
              "day": {"anyOf": [{"type": "string", "format": "date"}, {"const": ""}]},
              "problem": {
                "type": "object", "required": ["error"],
                "properties": {"error": {
                  "type": "object", "required": ["status", "message"],
                  "properties": {"status": {"type": "integer"}, "message": {"type": "string"}}
                }}
              },
              "ledgerLine": {
                "type": "object", "required": ["source", "read", "stored", "duplicate", "updated", "quarantined", "skipped"],
                "properties": {
                  "source": {"type": "string"}, "read": {"type": "integer"}, "stored": {"type": "integer"},
                  "duplicate": {"type": "integer"}, "updated": {"type": "integer"}, "quarantined": {"type": "integer"},
                  "skipped": {"type": "integer"}
                }
              }
            }
          }
        }

        """#
}
