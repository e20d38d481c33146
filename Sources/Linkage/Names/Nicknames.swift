/// Pet forms of English given names that are not their beginnings.
enum Nicknames {
    /// Whether one of the two is a pet form of the other, or both are of one name.
    static func isPair(_ left: [UInt32], _ right: [UInt32]) -> Bool {
        guard let mine = groups[left], let theirs = groups[right] else { return false }
        return mine.contains { theirs.contains($0) }
    }

    /// The groups in which each name stands.
    private static let groups: [[UInt32]: [Int]] = {
        var groups: [[UInt32]: [Int]] = [:]
        for (number, line) in table.split(separator: "|").enumerated() {
            for name in line.split(separator: " ") {
                groups[name.unicodeScalars.map(\.value), default: []].append(number)
            }
        }
        return groups
    }()

    private static let table = """
        william bill billy will willy liam|robert bob bobby rob robbie bert|richard dick rick ricky rich\
        |james jim jimmy jamie|john jack johnny jon|jonathan jon johnny|joseph joe joey|charles chuck charlie chas\
        |edward ed eddie ted ned|theodore ted teddy theo|michael mike mick mickey|thomas tom tommy|henry harry hank\
        |harold harry hal|andrew andy drew|anthony tony|daniel dan danny|david dave davy|donald don|francis frank\
        |frederick fred freddie|george georgie|gerald gerry jerry|gregory greg|lawrence larry laurie|matthew matt\
        |nicholas nick nicky|patrick paddy pat|peter pete|philip phil|raymond ray|ronald ron ronnie|samuel sam sammy\
        |stephen steve stevie|steven steve stevie|timothy tim|walter walt wally|albert al bert|alfred alf fred\
        |alexander alex sandy xander|benjamin ben benny|christopher chris kit|kenneth ken kenny|leonard len lenny\
        |elizabeth liz lizzie beth betty betsy eliza libby|margaret maggie meg peggy peg marge greta rita|mary molly polly mae\
        |katherine kate kathy katie kitty kay|catherine cathy kate cate|kathleen kathy kate|patricia pat patty trish tricia\
        |jennifer jen jenny|jacqueline jackie|susan sue susie|susanna sue susie|deborah deb debbie|dorothy dot dottie dolly\
        |eleanor ellie nell nora|ellen nell nellie|frances fran frankie|helen nell lena|janet jan|joanna jo|josephine jo josie\
        |judith judy|martha marty patty|matilda tilly mattie|rebecca becky becca|sarah sally sadie|samantha sam sammy\
        |teresa terry tess|theresa terry tess|victoria vicky tori|virginia ginny|abigail abby gail|amelia amy millie\
        |barbara barb babs|caroline carrie caro|christine chris tina|cynthia cindy|florence flo flossie|gertrude gertie trudy\
        |isabella bella izzy|penelope penny|priscilla cilla|roberta bobbie|rosemary rose rosie|sandra sandy|veronica ronnie\
        |nathaniel nate nat|zachary zach zack|ronald ronnie|louis lou louie|louise lou|eugene gene|augustus gus|antonia toni
        """
}
